import { forbiddenAddresses } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIndexServer, type IndexServer } from '../../testing/registry-servers/index-server.ts'
import { sender } from '../../testing/sender.ts'
import { buildTestApp, type TestApp } from '../../testing/test-app.ts'

const KINDS = ['pack', 'helm', 'oci/basic', 'oci/ecr'] as const

let server: IndexServer
let test: TestApp
beforeAll(async () => {
  server = await startIndexServer()
  test = await buildTestApp()
})
afterAll(async () => {
  await test.close()
  await server.close()
})

const send = sender(() => test)

/** Forbidden addresses of all kinds, and those of a server that records every connection. */
const addresses = () => {
  const { host } = server
  const [, port = ''] = host.split(':')
  const own = ['', `localhost:${port}`, `[::1]:${port}`, `2130706433:${port}`, `[::ffff:127.0.0.1]:${port}`]
  return [...forbiddenAddresses().urls, ...own.flatMap((at) => [`http://${at || host}/`, `https://${at || host}/`])]
}

/** Every address is refused, without a connection to the server. */
const REFUSED_UNASKED = { odd: [], connections: 0 }

const forgetLimits = () => test.deps.prisma.rateCounter.deleteMany()

describe.each(KINDS)('an address that Waybill must not call, for %s', (kind) => {
  const collection = `/v1/registries/${kind}`
  const specOf = (endpoint: string) => ({ endpoint, isPrivate: false, auth: { type: 'noAuth' } })
  const codesOf = async (sendTo: (endpoint: string) => ReturnType<typeof send>) => {
    const odd = []
    for (const endpoint of addresses()) {
      await forgetLimits()
      const response = await sendTo(endpoint)
      const { code } = response.json()
      if (response.statusCode !== 422 || code !== 'ForbiddenUrl') odd.push([endpoint, response.statusCode, code])
    }
    return { odd, connections: server.connections() }
  }

  it('is refused when a registry is created', async () => {
    const make = (endpoint: string) => send('POST', collection, { metadata: { name: 'x' }, spec: specOf(endpoint) })
    expect(await codesOf(make)).toEqual(REFUSED_UNASKED)
    expect(await test.deps.prisma.registry.count({ where: { name: 'x' } })).toBe(0)
  })

  it('is refused when a registry is changed', async () => {
    const metadata = { name: `there ${kind}` }
    const spec = specOf('https://registry.example.com')
    const public_ = { ...spec, endpoint: 'https://8.8.8.8' }
    const { uid } = (await send('POST', `${collection}?skipPackSync=true`, { metadata, spec: public_ })).json()
    const item = kind.startsWith('oci/') ? `/v1/registries/oci/${uid}/${kind.slice(4)}` : `${collection}/${uid}`
    expect(await codesOf((endpoint) => send('PUT', item, { metadata, spec: specOf(endpoint) }))).toEqual(
      REFUSED_UNASKED,
    )
    const row = await test.deps.prisma.registry.findUniqueOrThrow({ where: { uid } })
    expect(row.endpoint).toBe('https://8.8.8.8')
  })

  it('is refused when a connection is tested', async () => {
    expect(await codesOf((endpoint) => send('POST', `${collection}/validate`, specOf(endpoint)))).toEqual(
      REFUSED_UNASKED,
    )
  })
})
