import { inspect } from 'node:util'
import { SourceError } from '@waybill/pack-sources'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostileRegistry, PEER_TEXT, startHostileRegistry } from '../../testing/hostile-registry.ts'
import { createOutboundClient, type OutboundClient } from './outbound-client.ts'
import { OUTBOUND_LIMITS, type OutboundLimits } from './outbound-limits.ts'

const SMALL: Partial<OutboundLimits> = { bodyBytes: 1024 * 1024 }
/** For what never ends; the rest gets the time that it takes. */
const QUICK: Partial<OutboundLimits> = { ...SMALL, firstByteMs: 400, totalMs: 600 }
const NO_TLS = { ca: '', certificate: '', key: '', insecureSkipVerify: false }

let registry: HostileRegistry
let client: OutboundClient
let quick: OutboundClient

beforeAll(async () => {
  registry = await startHostileRegistry()
  client = clientWith(SMALL)
  quick = clientWith(QUICK)
})
afterAll(async () => {
  await Promise.all([client.close(), quick.close()])
  await registry.close()
})

const clientWith = (limits: Partial<OutboundLimits>) =>
  createOutboundClient({ endpoint: registry.url, allowedHosts: [registry.host], tls: NO_TLS, limits })

/** What asking and reading to the end comes to. */
async function readAll(path: string, asked = client): Promise<unknown> {
  try {
    const { body } = await asked.fetch({ url: `${registry.url}${path}` })
    for await (const chunk of body) void chunk
    return 'read'
  } catch (error) {
    return error
  }
}

describe('what a hostile registry answers', () => {
  it.each([
    ['/silent', 'timeout'],
    ['/dripping-headers', 'timeout'],
    ['/dripping-body', 'timeout'],
    ['/endless-hints', 'timeout'],
    ['/redirect-endless-body', 'timeout'],
    ['/endless-body', 'too-large'],
    ['/huge-announced', 'too-large'],
    ['/million-headers', 'bad-response'],
    ['/garbage', 'bad-response'],
    ['/reset', 'bad-response'],
    ['/close', 'bad-response'],
    ['/short', 'bad-response'],
    ['/broken-chunk', 'bad-response'],
    ['/reset-body', 'bad-response'],
    ['/loop', 'bad-response'],
    ['/redirect-nowhere', 'bad-response'],
    ['/redirect-nowhere-endless-body', 'bad-response'],
    ['/redirect-twice', 'bad-response'],
  ])('to %s ends as %s, and none of its words is kept', async (path, fault) => {
    const error = await readAll(path, fault === 'timeout' ? quick : client)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ fault })
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(PEER_TEXT)
  })

  it('leaves the client as good as it was', async () => {
    expect(await readAll('/fine')).toBe('read')
  })

  it.each(['/dripping-body', '/redirect-nowhere-endless-body'])('to %s holds up no other request', async (path) => {
    const narrow = clientWith({ ...SMALL, totalMs: 3_000, parallel: 1 })
    await narrow.fetch({ url: `${registry.url}${path}` }).catch(() => undefined)
    expect(await readAll('/fine', narrow)).toBe('read')
    await narrow.close()
  })

  it('is too slow when it trickles, however long the request may take', async () => {
    const patient = clientWith({ ...SMALL, stall: { windowMs: 200, bytes: 1024 } })
    const { body } = await patient.fetch({ url: `${registry.url}/dripping-body`, timeoutMs: 600_000 })
    await expect(drain(body)).rejects.toMatchObject({ fault: 'timeout' })
    await patient.close()
  })

  it('is held to the size that the request names', async () => {
    const { body } = await client.fetch({ url: `${registry.url}/fine`, maxBytes: 3 })
    await expect(drain(body)).rejects.toMatchObject({ fault: 'too-large' })
  })
})

async function drain(body: AsyncIterable<Uint8Array>) {
  for await (const chunk of body) void chunk
}

describe('the limits', () => {
  it('are those of the threat list', () => {
    expect(OUTBOUND_LIMITS).toMatchObject({
      firstByteMs: 5_000,
      totalMs: 10_000,
      bodyBytes: 20 * 1024 * 1024,
      redirects: 3,
      parallel: 8,
      stall: { windowMs: 10_000, bytes: 64 * 1024 },
    })
  })
})
