import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIndexServer, type IndexServer } from '../../testing/registry-servers/index-server.ts'
import { sender } from '../../testing/sender.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { openCredentials } from '../registry-connection/index.ts'

const MASK = '********'

let server: IndexServer
let elsewhere: IndexServer
let test: TestApp
const logLines: string[] = []
beforeAll(async () => {
  server = await startIndexServer()
  elsewhere = await startIndexServer()
  test = await buildTestApp({
    settings: { ALLOWED_HOSTS: `${server.host},${elsewhere.host}` },
    logTo: { write: (line) => void logLines.push(line) },
  })
})
afterAll(async () => {
  await test.close()
  await server.close()
  await elsewhere.close()
})

const send = sender(() => test)

let names = 0
const basic = (password: string) => ({ type: 'basic', username: 'user', password })
const helm = (auth: object, endpoint = server.url, name = `helm ${(names += 1)}`) => ({
  metadata: { name },
  spec: { endpoint, auth },
})
const makeHelm = async (auth: object) => {
  const input = helm(auth)
  const { uid } = (await send('POST', '/v1/registries/helm', input)).json()
  return { uid, name: input.metadata.name, url: `/v1/registries/helm/${uid}` }
}
const probe = (spec: object) => send('POST', '/v1/registries/helm/validate', spec)
const storedPassword = async (uid: string) => {
  const row = await test.deps.prisma.registry.findUniqueOrThrow({ where: { uid } })
  expect(Buffer.from(row.credentials ?? []).toString('latin1')).not.toContain('s3cret')
  return row.credentials && openCredentials(row.credentials, row, test.deps.cipher)
}

describe('a stored secret', () => {
  it('is shown as the mask, and empty if there is none', async () => {
    const { url } = await makeHelm(basic('s3cret'))
    expect((await send('GET', url)).json().spec.auth).toMatchObject({ username: 'user', password: MASK, token: '' })
  })

  it('is encrypted', async () => {
    const { uid } = await makeHelm(basic('s3cret'))
    expect(await storedPassword(uid)).toMatchObject({ password: 's3cret' })
  })

  it('stays if its mask is sent back', async () => {
    const { uid, name, url } = await makeHelm(basic('s3cret'))
    const read = (await send('GET', url)).json()
    expect((await send('PUT', url, { ...read, metadata: { name } })).statusCode).toBe(204)
    expect(await storedPassword(uid)).toMatchObject({ password: 's3cret' })
  })

  it('is replaced by another, and cleared by an empty or an absent one', async () => {
    const { uid, name, url } = await makeHelm(basic('s3cret'))
    await send('PUT', url, helm(basic('other'), server.url, name))
    expect(await storedPassword(uid)).toMatchObject({ password: 'other' })
    await send('PUT', url, helm({ type: 'noAuth' }, server.url, name))
    expect(await storedPassword(uid)).toBeNull()
  })

  it('does not follow the endpoint to another origin', async () => {
    const { uid, name, url } = await makeHelm(basic('s3cret'))
    const moved = await send('PUT', url, helm(basic(MASK), elsewhere.url, name))
    expect([moved.statusCode, moved.json().code]).toEqual([422, 'RegistryCredentialsNeeded'])
    expect(moved.json().details).toMatchObject([{ path: 'spec.auth.password' }])
    expect((await send('GET', url)).json().spec.endpoint).toBe(server.url)
    expect(await storedPassword(uid)).toMatchObject({ password: 's3cret' })
  })

  it('can be entered again for another origin', async () => {
    const { name, url } = await makeHelm(basic('s3cret'))
    expect((await send('PUT', url, helm(basic('entered'), elsewhere.url, name))).statusCode).toBe(204)
  })

  it('follows the endpoint to another path of its origin', async () => {
    const { uid, name, url } = await makeHelm(basic('s3cret'))
    expect((await send('PUT', url, helm(basic(MASK), `${server.url}/more`, name))).statusCode).toBe(204)
    expect(await storedPassword(uid)).toMatchObject({ password: 's3cret' })
  })

  it('cannot be created from a mask', async () => {
    const response = await send('POST', '/v1/registries/helm', helm(basic(MASK)))
    expect(response.json().code).toBe('RegistryCredentialsNeeded')
  })
})

describe('testing a connection', () => {
  it('says that a registry answers', async () => {
    server.answer({})
    const response = await probe({ endpoint: server.url, auth: { type: 'noAuth' } })
    expect([response.statusCode, response.body]).toEqual([204, ''])
  })

  it('uses the stored secret behind a mask, at its own origin only', async () => {
    const { uid } = await makeHelm(basic('s3cret'))
    server.answer({ password: 's3cret' })
    const spec = { auth: basic(MASK), registryUid: uid }
    expect((await probe({ ...spec, endpoint: server.url })).statusCode).toBe(204)
    elsewhere.asked.length = 0
    const other = await probe({ ...spec, endpoint: elsewhere.url })
    expect([other.json().code, elsewhere.asked]).toEqual(['RegistryCredentialsNeeded', []])
  })

  it('never uses a secret of another tenant', async () => {
    const { uid } = await makeHelm(basic('s3cret'))
    const response = await test.app.inject({
      method: 'POST',
      url: '/v1/registries/helm/validate',
      headers: as(test.fixtures.dev.users.tenantAdmin),
      payload: { endpoint: server.url, auth: basic(MASK), registryUid: uid },
    })
    expect(response.json().code).toBe('RegistryCredentialsNeeded')
  })

  it.each([
    ['RegistryUnauthorised', { password: 'right' }],
    ['NotARegistry', { status: 404 }],
  ])('answers %s without the peer’s words', async (code, answer) => {
    server.answer(answer)
    const response = await probe({ endpoint: server.url, auth: basic('wrong') })
    server.answer({})
    expect([response.statusCode, response.json().code]).toEqual([422, code])
    expect(response.body).not.toContain('secret words')
  })

  it('answers RegistryUnreachable if nothing listens', async () => {
    const gone = await startIndexServer()
    const app = await buildTestApp({ settings: { ALLOWED_HOSTS: gone.host } })
    await gone.close()
    const response = await app.app.inject({
      method: 'POST',
      url: '/v1/registries/helm/validate',
      headers: as(app.fixtures.stage.users.tenantAdmin),
      payload: { endpoint: gone.url, auth: { type: 'noAuth' } },
    })
    await app.close()
    expect(response.json().code).toBe('RegistryUnreachable')
  })

  it('is rate-limited per user', async () => {
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    const payload = { endpoint: 'https://10.0.0.1', auth: { type: 'noAuth' } }
    const codes = new Set<string>()
    for (let i = 0; i < 21; i += 1) {
      const request = { method: 'POST', url: '/v1/registries/pack/validate', headers, payload } as const
      codes.add((await test.app.inject(request)).json().code)
    }
    expect([...codes]).toEqual(['ForbiddenUrl', 'TooManyRequests'])
  })
})

const secret = fc.stringMatching(/^[A-Za-z0-9!#%&()*+,./:;<=>?@^_{|}~-]{12,40}$/).map((text) => `tok-${text}`)
const auth = fc.record({
  type: fc.constantFrom('basic', 'token', 'noAuth'),
  username: fc.constant('user'),
  password: secret,
  token: secret,
  tls: fc.record({ enabled: fc.constant(false), key: secret }),
})

describe('whatever is stored', () => {
  it('no response, error or log line contains a secret', async () => {
    const path = fc.constantFrom('pack', 'helm', 'oci/basic', 'oci/ecr')
    const property = fc.asyncProperty(auth, secret, path, async (given, secretKey, at) => {
      const seen = await useEverywhere({ given, secretKey, path: at })
      for (const text of [given.password, given.token, given.tls.key, secretKey]) expect(seen).not.toContain(text)
    })
    await expect(fc.check(property, { numRuns: 20 })).resolves.toMatchObject({ failed: false, counterexample: null })
  })
})

interface Use {
  given: { password: string; token: string; tls: { key: string } }
  secretKey: string
  path: string
}

/** @returns every response of every operation, and the log */
async function useEverywhere({ given, secretKey, path }: Use): Promise<string> {
  const name = `secretive ${(names += 1)}`
  const spec = {
    endpoint: server.url,
    isPrivate: true,
    auth: given,
    tls: given.tls,
    credentials: { credentialType: 'secret', accessKey: 'AKIA', secretKey },
  }
  const input = { metadata: { name }, spec }
  const collection = `/v1/registries/${path}`
  const created = await send('POST', `${collection}?skipPackSync=true`, input)
  const { uid } = created.json()
  const item = path.startsWith('oci/') ? `/v1/registries/oci/${uid}/${path.slice(4)}` : `${collection}/${uid}`
  const answers = [
    created,
    await send('POST', collection, input), // 409
    await send('PUT', item, { metadata: { name }, spec: { ...spec, endpoint: 'http://10.0.0.1/' } }), // 422
    await send('PUT', item, { metadata: { name: '' }, spec }), // 422
    await send('GET', item),
    await send('GET', `/v1/registries/oci/${uid}`),
    await send('GET', `/v1/registries/helm/${uid}`),
    await send('GET', `/v1/registries/${encodeURIComponent(name)}/config`),
    await send('GET', '/v1/registries/pack'),
    await send('GET', '/v1/registries/helm'),
    await send('GET', '/v1/registries/oci/summary'),
    await send('GET', '/v1/registries/metadata'),
    await send('GET', '/v1/console/registries'),
    await send('DELETE', item),
  ]
  expect([answers[0]?.statusCode, answers[4]?.statusCode]).toEqual([201, 200])
  return [...answers.map(({ body }) => body), ...logLines.splice(0)].join('\n')
}
