import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOciPackSource } from './oci-pack-source.ts'
import type { RegistryAuth } from '../auth/registry-auth.ts'
import { basicAuth, NO_AUTH, ociOptions } from '../testing/oci/oci-options.ts'
import { REGISTRY_USER, startOciRegistry, type TestOciRegistry } from '../testing/oci/oci-registry.ts'
import { packFolder } from '../testing/own-packs.ts'
import { createPlainFetcher, type PlainTls } from '../testing/plain-fetcher.ts'
import { makeCertificates, type TestCertificates } from '../testing/test-certificates.ts'
import { startTokenRegistry, type TokenRegistry } from '../testing/oci/token-registry.ts'
import { walkSource } from '../testing/walk-source.ts'

const REPOSITORY = 'team/spectro-packs/archive/nginx'
const WRONG_USER = basicAuth({ ...REGISTRY_USER, password: 'wrong' })
const never = () => new AbortController().signal

function open(endpoint: string, auth: RegistryAuth, tls?: PlainTls) {
  const client = createPlainFetcher(tls)
  const options = ociOptions({ endpoint, auth, fetch: client.fetch, baseContentPath: 'team' })
  return { ...client, source: createOciPackSource(options) }
}

describe('a registry with basic authentication', () => {
  let registry: TestOciRegistry
  beforeAll(async () => {
    registry = await startOciRegistry({ auth: 'basic' })
    await registry.pushPack(REPOSITORY, '1.0.0', packFolder('nginx', '1.0.0'))
  })
  afterAll(() => registry.stop())

  it('accepts the right password', async () => {
    const { source, close } = open(registry.endpoint, basicAuth(REGISTRY_USER))
    expect(await source.check(never())).toBe('ok')
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
    close()
  })

  it.each([
    ['a wrong password', WRONG_USER],
    ['nobody', NO_AUTH],
    ['a bearer token', { ...NO_AUTH, type: 'token', token: 'some-token' } as const],
  ])('refuses %s', async (_, auth) => {
    const { source, close } = open(registry.endpoint, auth)
    expect(await source.check(never())).toBe('unauthorised')
    await expect(walkSource(source)).rejects.toMatchObject({ fault: 'unauthorised' })
    close()
  })
})

describe('a registry that wants tokens from its own origin', () => {
  let registry: TokenRegistry
  beforeAll(async () => {
    registry = await startTokenRegistry({ realm: 'own-origin' })
    await registry.pushPack(REPOSITORY, '1.0.0', packFolder('nginx', '1.0.0'))
    await registry.pushPack(REPOSITORY, '1.1.0', packFolder('nginx', '1.1.0'))
  })
  afterAll(() => registry.stop())

  it('accepts a token, which is fetched once per scope', async () => {
    const before = registry.questions.length
    const { source, close } = open(registry.endpoint, basicAuth(REGISTRY_USER))
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0', 'nginx:1.1.0'])
    const scopes = registry.questions.slice(before).map((question) => question.scopes.join(' '))
    expect(scopes).toEqual(['', 'registry:catalog:*', `repository:${REPOSITORY}:pull`])
    close()
  })

  it.each([
    ['a wrong password', WRONG_USER],
    ['nobody', NO_AUTH],
    ['a token that is none of the registry', { ...NO_AUTH, type: 'token', token: 'a.b.c' } as const],
  ])('refuses %s', async (_, auth) => {
    const { source, close } = open(registry.endpoint, auth)
    expect(await source.check(never())).toBe('unauthorised')
    close()
  })
})

describe('a registry that wants tokens from another origin', () => {
  let registry: TokenRegistry
  beforeAll(async () => {
    registry = await startTokenRegistry({ realm: 'elsewhere', isPublic: true })
    await registry.pushPack(REPOSITORY, '1.0.0', packFolder('nginx', '1.0.0'))
  })
  afterAll(() => registry.stop())

  it('is read anonymously: the other origin never sees the password', async () => {
    const { source, close } = open(registry.endpoint, basicAuth(REGISTRY_USER))
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
    expect(registry.questions.filter(({ authorization }) => authorization !== undefined)).toEqual([])
    close()
  })
})

describe('a registry with a certificate from a private authority', () => {
  let certificates: TestCertificates
  let registry: TestOciRegistry
  let mutual: TestOciRegistry
  beforeAll(async () => {
    certificates = await makeCertificates()
    const { ca, server, client } = certificates
    registry = await startOciRegistry({ tls: { server, ca } })
    mutual = await startOciRegistry({ tls: { server, ca, clientCa: ca, client } })
    await Promise.all(
      [registry, mutual].map((each) => each.pushPack(REPOSITORY, '1.0.0', packFolder('nginx', '1.0.0'))),
    )
  })
  afterAll(() => Promise.all([registry.stop(), mutual.stop()]))

  it('is read by a client that trusts the authority', async () => {
    const { source, close } = open(registry.endpoint, NO_AUTH, { ca: certificates.ca })
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
    close()
  })

  it('is unreachable for a client that does not', async () => {
    const { source, close } = open(registry.endpoint, NO_AUTH)
    expect(await source.check(never())).toBe('unreachable')
    close()
  })

  it('is read with a client certificate if it requires one', async () => {
    const { ca, client } = certificates
    const { source, close } = open(mutual.endpoint, NO_AUTH, { ca, cert: client.certificate, key: client.key })
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
    close()
  })

  it('is unreachable without one', async () => {
    const { source, close } = open(mutual.endpoint, NO_AUTH, { ca: certificates.ca })
    expect(await source.check(never())).toBe('unreachable')
    close()
  })
})
