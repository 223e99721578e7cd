import { parseYaml } from '@waybill/layer-text'
import fc from 'fast-check'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { inspectText } from '../inspect-text.ts'
import { maskText } from '../mask-text.ts'

/**
 * Places for a second occurrence, one key or comment each: plain, escaped, folded, in a block scalar, in JSON, in code.
 */
const COPIES: Readonly<Record<string, (secret: string, key: string) => string>> = {
  plain: (secret, key) => `${key}: see ${secret}\n`,
  comment: (secret) => `# ${secret}\n`,
  escaped: (secret, key) => `${key}: "\\x${secret.charCodeAt(0).toString(16)}${secret.slice(1)} \\n"\n`,
  block: (secret, key) => `${key}: |\n  a\n  say ${secret}\n`,
  folded: (secret, key) => `${key}: >\n  a\n  say ${secret}\n`,
  'JSON in quotes': (secret, key) => `${key}: ${JSON.stringify(JSON.stringify({ note: `x ${secret}` }))}\n`,
  code: (secret, key) => `${key}: ${btoa(`the ${secret}`)}\n`,
}

/** Places where the secret is found first. */
const KNOWN: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => `password: ${secret}\n`,
  quoted: (secret) => `password: "${secret}\\n"\n`,
  'in a block': (secret) => `env: |\n  DB_PASSWORD=${secret}\n`,
  'in JSON': (secret) => `env: ${JSON.stringify(JSON.stringify({ password: secret }))}\n`,
  'in a comment': (secret) => `# password: ${secret}\n`,
}

const names = (of: object) => fc.constantFrom(...Object.keys(of))

describe('copies of a secret', () => {
  it('are masked wherever and however they are written, and however the secret itself is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^Zq[0-9][A-Za-z0-9]{9,24}$/),
        names(KNOWN),
        fc.array(names(COPIES), { maxLength: 4 }),
        fc.boolean(),
        (secret, known, copies, isFirst) => {
          const written = copies.map((name, index) => COPIES[name]?.(secret, `k${index}`) ?? '').join('')
          const place = KNOWN[known]?.(secret) ?? ''
          const text = `a: 1\n${isFirst ? place + written : written + place}`
          const masked = maskText(
            text,
            inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets,
          )
          expect(masked).not.toContain(secret)
          expect(JSON.stringify(loadAll(masked))).not.toContain(secret)
          expect(masked).not.toContain(btoa(`the ${secret}`).slice(6, -6))
          expect(parseYaml(masked)).toHaveProperty('tree')
        },
      ),
    )
  })
})
