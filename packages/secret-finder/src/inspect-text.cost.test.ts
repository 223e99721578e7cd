import { countSteps } from '@waybill/layer-text/testing/count-steps'
import { expect, it } from 'vitest'
import { inspectText } from './inspect-text.ts'
import { madeSecret } from './testing/made-secret.ts'

const made = (index: number) => madeSecret('random20', `cost ${index}`).secret
const lines = (write: (index: number) => string) => Array.from({ length: 300 }, (_, index) => write(index)).join('')

/**
 * Texts that are expensive to scan, with the steps allowed per character: 10 to 50 % more than needed, because V8's
 * count varies.
 */
const TEXTS = [
  ['openings of quotes in one line', `x: |\n  ${'password="'.repeat(2_000)}\n`, 100],
  ['addresses', `x: |\n${lines((index) => `  https://u:${made(index)}@db/x?token=${made(index + 1)}\n`)}`, 150],
  ['secrets under names', lines((index) => `password_${index}: ${made(index)}\n`), 70],
  ['assignments', `x: |\n${lines((index) => `  password_${index}=${made(index)}\n`)}`, 98],
  ['comments', `a: 1\n${lines((index) => `# password: ${made(index)}\n`)}`, 106],
] as const

it.each(TEXTS)('scans a text of %s a few times, not once for each', (_, text, most) => {
  const inspect = () => inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
  // Fills the caches of names and patterns first.
  inspect()
  expect(countSteps(inspect) / text.length).toBeLessThan(most)
})
