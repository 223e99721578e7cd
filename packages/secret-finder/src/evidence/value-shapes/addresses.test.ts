import { describe, expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'
import { maskText } from '../../mask-text.ts'
import { madeSecret } from '../../testing/made-secret.ts'

const TOKEN = madeSecret('random24', 'hook').secret
const USER = madeSecret('hex32', 'dsn').secret

/** Masked as where a scanner suspects all of the address. */
function mask(text: string, address: string): string {
  const start = text.indexOf(address)
  const suspicions = [{ start, end: start + address.length, rule: 'address' }]
  return maskText(text, inspectText(text, { kind: 'values', declaredPaths: [], suspicions }).secrets)
}

describe('of an address', () => {
  it('only the token of a webhook is hidden', () => {
    const at = 'https://hooks.slack.com/services/T01ABCDEF/B01ABCDEF/'
    expect(mask(`slack_api_url: ${at}${TOKEN}\n`, at + TOKEN)).toBe(`slack_api_url: ${at}********\n`)
  })

  it('only the key of an event store is hidden', () => {
    const address = `https://${USER}@sentry.example.org/2`
    expect(mask(`dsn: ${address}\n`, address)).toBe('dsn: https://********@sentry.example.org/2\n')
  })

  it('all that is suspected is hidden where no part is known to be the secret', () => {
    expect(mask('url: https://example.org/otter\n', 'https://example.org/otter')).toBe('url: "********"\n')
  })
})
