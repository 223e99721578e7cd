import { describe, expect, it } from 'vitest'
import { countCalls } from '@waybill/layer-text/testing/count-calls'
import { inspectText } from '../inspect-text.ts'

const SECRET = 'hunter2-of-ours'
const places = (text: string, suspicions: { start: number; end: number; rule: string }[] = []) =>
  inspectText(text, { kind: 'values', declaredPaths: [], suspicions }).secrets.map(({ path }) => path)

describe('a secret in a comment', () => {
  it.each([
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ])('has the right line number with line endings of %s', (_, end) => {
    const lines = ['# head', `password: ${SECRET}`, `# ${SECRET}`, 'a: 1', `# ${SECRET}`, '']
    expect(places(lines.join(end))).toEqual(['password', 'comment[3]', 'comment[5]'])
  })

  it('costs no more when there are many', () => {
    const withCopies = (count: number) => `password: ${SECRET}\n${`# ${SECRET}\n`.repeat(count)}`
    const steps = (count: number) => countCalls(String.prototype, 'charCodeAt', () => places(withCopies(count)))
    expect(steps(400)).toBeLessThan(3 * steps(200))
  })

  it('costs no more when a scanner finds them', () => {
    const text = (count: number) => '# hunter2\n'.repeat(count)
    const found = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ start: 10 * index + 2, end: 10 * index + 9, rule: 'any' }))
    const steps = (count: number) => countCalls(String.prototype, 'charCodeAt', () => places(text(count), found(count)))
    expect(steps(400)).toBeLessThan(3 * steps(200))
  })
})
