import { inspect } from 'node:util'
import { SourceError } from '@waybill/pack-sources'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type HostileRegistry,
  PEER_TEXT,
  startHostileRegistry,
} from '../../testing/registry-servers/hostile-registry.ts'
import { installTimeLimits } from '../time-limits.ts'
import { createOutboundClient, type OutboundClient } from './outbound-client.ts'
import { outboundLimits, type OutboundLimits } from './outbound-limits.ts'

/** Generous limits: what ends for another reason must not time out on a busy machine. */
const PATIENT: Partial<OutboundLimits> = { firstByteMs: 300_000, totalMs: 300_000, bodyBytes: 1024 * 1024 }
const QUICK: Partial<OutboundLimits> = { ...PATIENT, firstByteMs: 400, totalMs: 600 }
const NO_TLS = { ca: '', certificate: '', key: '', insecureSkipVerify: false }

let registry: HostileRegistry
let patient: OutboundClient
let quick: OutboundClient
const clientWith = (limits: Partial<OutboundLimits>) =>
  createOutboundClient({ endpoint: registry.url, allowedHosts: [registry.host], tls: NO_TLS, limits })

beforeAll(async () => {
  registry = await startHostileRegistry()
  patient = clientWith(PATIENT)
  quick = clientWith(QUICK)
})
afterAll(async () => {
  await patient.close()
  await quick.close()
  await registry.close()
})

/** The outcome of a request that is read to the end. */
async function readAll(path: string, asked = patient): Promise<unknown> {
  try {
    const { body } = await asked.fetch({ url: `${registry.url}${path}` })
    for await (const chunk of body) void chunk
    return 'read'
  } catch (error) {
    return error
  }
}

describe('a hostile registry’s response', () => {
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
  ])('to %s ends as %s, and none of its text is kept', async (path, fault) => {
    const error = await readAll(path, fault === 'timeout' ? quick : patient)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ fault })
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(PEER_TEXT)
  })

  it('leaves the client as usable as it was', async () => {
    expect(await readAll('/fine')).toBe('read')
    await expect.poll(() => readAll('/fine', quick)).toBe('read')
  })

  it.each(['/dripping-body', '/redirect-nowhere-endless-body'])('to %s holds up no other request', async (path) => {
    const narrow = clientWith({ ...PATIENT, parallel: 1 })
    await narrow.fetch({ url: `${registry.url}${path}`, timeoutMs: 300 }).catch(() => undefined)
    expect(await readAll('/fine', narrow)).toBe('read')
    await narrow.close()
  })

  it('is too slow if it trickles, however long the request may take', async () => {
    const watchful = clientWith({ ...PATIENT, stall: { windowMs: 200, bytes: 1024 } })
    const { body } = await watchful.fetch({ url: `${registry.url}/dripping-body`, timeoutMs: 600_000 })
    await expect(drain(body)).rejects.toMatchObject({ fault: 'timeout' })
    await watchful.close()
  })

  it('is limited to the size that the request sets', async () => {
    const { body } = await patient.fetch({ url: `${registry.url}/fine`, maxBytes: 3 })
    await expect(drain(body)).rejects.toMatchObject({ fault: 'too-large' })
  })
})

async function drain(body: AsyncIterable<Uint8Array>) {
  for await (const chunk of body) void chunk
}

describe('the limits', () => {
  it('are those of the threat list', () => {
    expect(outboundLimits()).toMatchObject({
      firstByteMs: 5_000,
      totalMs: 10_000,
      bodyBytes: 20 * 1024 * 1024,
      redirects: 3,
      parallel: 8,
      stall: { windowMs: 10_000, bytes: 64 * 1024 },
    })
  })

  it('are longer on a slow machine', () => {
    onTestFinished(() => installTimeLimits(1))
    installTimeLimits(30)
    expect(outboundLimits()).toMatchObject({ firstByteMs: 150_000, totalMs: 300_000, stall: { windowMs: 300_000 } })
  })
})
