import type { LookupAddress } from 'node:dns'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostileRegistry, startHostileRegistry } from '../../../testing/registry-servers/hostile-registry.ts'
import { createTestAuthority } from '../../../testing/outside/test-certificates.ts'
import { checkEndpointResolved } from './endpoint.ts'
import { type ConnectorOptions, guardedConnector } from './guarded-connector.ts'

const PUBLIC: LookupAddress = { address: '8.8.8.8', family: 4 }
/** A public address that is assigned to nobody: a connection to it does not leave this machine. */
const UNASSIGNED: LookupAddress = { address: '3000::1', family: 6 }
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 }

const identity = await (await createTestAuthority()).issueIdentity('registry')
let plain: HostileRegistry
let overTls: HostileRegistry
beforeAll(async () => {
  plain = await startHostileRegistry()
  overTls = await startHostileRegistry({ tls: { cert: identity.certificate, key: identity.key } })
})
afterAll(() => Promise.all([plain.close(), overTls.close()]))

/** A name server that gives one answer after the other, and then repeats the last one. */
function nameServer(...answers: LookupAddress[][]) {
  const asked: string[] = []
  const resolve = async (name: string) => answers[Math.min(asked.push(name), answers.length) - 1] ?? []
  return { asked, resolve }
}

interface Target {
  registry: HostileRegistry
  hostname: string
  options?: Partial<ConnectorOptions>
}

function connect({ registry, hostname, options }: Target): Promise<string> {
  const tls = { secureContext: createSecureContext(), rejectUnauthorized: false }
  const { resolve } = nameServer([PUBLIC])
  const connector = guardedConnector({ isAllowedHost: false, resolve, timeoutMs: 300_000, tls, ...options })
  const [, port = ''] = registry.host.split(':')
  const protocol = new URL(registry.url).protocol
  return new Promise((settle) => {
    connector({ hostname, host: hostname, protocol, port }, (error, socket) => {
      socket?.destroy()
      settle(error && 'fault' in error ? String(error.fault) : 'connected')
    })
  })
}

describe.each([['http', () => plain] as const, ['https', () => overTls] as const])(
  'a connection over %s',
  (_, registry) => {
    it.each([
      ['of loopback alone', [LOOPBACK]],
      ['of a public address and loopback', [PUBLIC, LOOPBACK]],
      ['of loopback in IPv6', [PUBLIC, { address: '::1', family: 6 }]],
      ['of loopback, mapped', [{ address: '::ffff:127.0.0.1', family: 6 }]],
      ['that is no address', [{ address: 'localhost', family: 4 }]],
    ])('is not opened to a name %s', async (_name, addresses) => {
      const { resolve } = nameServer(addresses)
      const outcome = await connect({ registry: registry(), hostname: 'rebind.example.com', options: { resolve } })
      expect(outcome).toBe('forbidden-url')
      expect(registry().connections()).toBe(0)
    })

    it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '::'])('is not opened to %s', async (hostname) => {
      expect(await connect({ registry: registry(), hostname })).toBe('forbidden-url')
      expect(registry().connections()).toBe(0)
    })

    it('is not opened to a name that was public when the registry was created', async () => {
      const { asked, resolve } = nameServer([PUBLIC], [LOOPBACK])
      await checkEndpointResolved('https://rebind.example.com/', [], resolve)
      const outcome = await connect({ registry: registry(), hostname: 'rebind.example.com', options: { resolve } })
      expect(outcome).toBe('forbidden-url')
      expect(asked).toHaveLength(2)
      expect(registry().connections()).toBe(0)
    })

    it('goes to the address that was checked, whatever the name server answers afterwards', async () => {
      const { asked, resolve } = nameServer([UNASSIGNED], [LOOPBACK])
      const options = { resolve, timeoutMs: 300 }
      const outcome = await connect({ registry: registry(), hostname: 'rebind.example.com', options })
      expect(outcome).toMatch(/^(unreachable|timeout)$/)
      expect(asked).toHaveLength(1)
      expect(registry().connections()).toBe(0)
    })

    it('to a name without an address is unreachable', async () => {
      const { resolve } = nameServer([])
      const outcome = await connect({ registry: registry(), hostname: 'gone.example.com', options: { resolve } })
      expect(outcome).toBe('unreachable')
    })
  },
)

describe('a host that the operator allowed', () => {
  it('is reached on loopback', async () => {
    const registry = await startHostileRegistry()
    const { resolve } = nameServer([LOOPBACK])
    const options = { isAllowedHost: true, resolve }
    expect(await connect({ registry, hostname: 'registry.lan', options })).toBe('connected')
    await registry.close()
  })
})
