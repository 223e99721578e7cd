import { forbiddenAddresses, tellWithout } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type HostileRegistry,
  redirectPath,
  startHostileRegistry,
} from '../../../testing/registry-servers/hostile-registry.ts'
import { createOutboundClient } from '../outbound-client.ts'

const { urls, redirects } = forbiddenAddresses()
const NO_TLS = { ca: '', certificate: '', key: '', insecureSkipVerify: false }
const forbidden = expect.objectContaining({ fault: 'forbidden-url' })

let listener: HostileRegistry
beforeAll(async () => {
  listener = await startHostileRegistry()
})
afterAll(() => listener.close())

/** Spellings of this machine's loopback address; `PORT` becomes the listener's. */
const LOOPBACKS = [
  '127.0.0.1 127.1 127.0.1 0 0.0.0.0 0x7f000001 0x7f.1 0177.1 017700000001 2130706433 127.0.0.1. 127.8.9.1',
  'localhost LOCALHOST localhost. a.localhost [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::7f00:1] [0:0::1]',
  '[64:ff9b::127.0.0.1] [2002:7f00:1::] 127。0。0。1 １２７.0.0.1 ⑫⑦.0.0.1 127%2e0%2e0%2e1 u:p@127.0.0.1 example.com@127.0.0.1',
].flatMap((line) => line.split(' '))
const OWN = LOOPBACKS.flatMap((host) =>
  ['http://', 'https://', 'HTTP://', '//', 'http:/', 'http:', 'ftp://', 'http:\\\\'].map(
    (prefix) => `${prefix}${host}:PORT/`,
  ),
)

describe('an address inside the network', () => {
  const clientOf = (endpoint: string) => createOutboundClient({ endpoint, allowedHosts: [], tls: NO_TLS })

  async function expectRefused(address: string) {
    const client = clientOf('https://registry.example.com/')
    expect(() => clientOf(address)).toThrow(forbidden)
    await expect(client.fetch({ url: address })).rejects.toThrow(forbidden)
    await client.close()
    expect(listener.connections()).toBe(0)
  }

  it.each(OWN)('is refused: %o', async (address) => {
    await expectRefused(address.replace('PORT', listener.host.split(':')[1] ?? ''))
  })

  it.each(urls)('is refused as it is written: %o', expectRefused)

  tellWithout('security/vectors')
})

describe('a redirect', () => {
  it.each(redirects)('$status to $location is not followed', async ({ status, location }) => {
    const registry = await startHostileRegistry()
    const client = createOutboundClient({ endpoint: registry.url, allowedHosts: [registry.host], tls: NO_TLS })
    const asked = client.fetch({ url: `${registry.url}${redirectPath(status, location)}` })
    await expect(asked).rejects.toMatchObject({ fault: expect.stringMatching(/^(forbidden-url|bad-response)$/) })
    expect(registry.requests).toHaveLength(1)
    await client.close()
    await registry.close()
  })
})
