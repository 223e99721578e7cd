import { describe, expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'
import { maskText } from '../../mask-text.ts'
import { madeSecret } from '../../testing/made-secret.ts'

const TOKEN = madeSecret('random24', 'hook').secret
const USER = madeSecret('hex32', 'dsn').secret

/** Masks a text as if a scanner suspected the whole URL. */
function mask(text: string, address: string): string {
  const start = text.indexOf(address)
  const suspicions = [{ start, end: start + address.length, rule: 'address' }]
  return maskText(text, inspectText(text, { kind: 'values', declaredPaths: [], suspicions }).secrets)
}

describe('in a URL', () => {
  it('only the token of a webhook is masked', () => {
    const at = 'https://hooks.slack.com/services/T01ABCDEF/B01ABCDEF/'
    expect(mask(`slack_api_url: ${at}${TOKEN}\n`, at + TOKEN)).toBe(`slack_api_url: ${at}********\n`)
  })

  it('only the key of an event store is masked', () => {
    const address = `https://${USER}@sentry.example.org/2`
    expect(mask(`dsn: ${address}\n`, address)).toBe('dsn: https://********@sentry.example.org/2\n')
  })

  it('everything suspected is masked if no part is known to be the secret', () => {
    expect(mask('url: https://example.org/otter\n', 'https://example.org/otter')).toBe('url: "********"\n')
  })
})
