import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createInPlaceReaders } from '@waybill/pack-sources'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenRegistry, RegistryConnection } from './registry-connection.ts'
import { answer, type HostileRegistry, startHostileRegistry } from '../../testing/registry-servers/hostile-registry.ts'
import { registryOpener } from './open-registry.ts'

const signal = new AbortController().signal
let folder: string
let server: HostileRegistry
let open: OpenRegistry

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'waybill-sources-')))
  mkdirSync(join(folder, 'packs/a'), { recursive: true })
  writeFileSync(join(folder, 'packs/a/pack.json'), '{"name":"a","version":"1.0.0","layer":"addon"}')
  server = await startHostileRegistry({
    own: {
      '/charts/index.yaml': (socket) => answer(socket, 'apiVersion: v1\nentries: {}\n'),
      '/packs.tar.gz': (socket) => answer(socket, gzipSync('')),
      '/v2/': (socket) => answer(socket, '{}', 'content-type: application/json\r\n'),
      '/v2/_catalog': (socket) => answer(socket, '{"repositories":[]}', 'content-type: application/json\r\n'),
    },
  })
  const config = { allowedHosts: [server.host], packFolders: [join(folder, 'packs')], dataDir: folder }
  open = registryOpener({ config, syncReaders: createInPlaceReaders() })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const connection = (overrides: Partial<RegistryConnection>): RegistryConnection => ({
  kind: 'helm',
  providerType: '',
  ociType: '',
  endpoint: '',
  basePath: '',
  baseContentPath: '',
  auth: { type: 'noAuth', username: '', password: '', token: '' },
  tls: { ca: '', certificate: '', key: '', insecureSkipVerify: false },
  aws: undefined,
  ...overrides,
})
const KINDS = [
  { kind: 'helm', providerType: '', path: '/charts' },
  { kind: 'pack', providerType: '', path: '/packs.tar.gz' },
  { kind: 'oci', providerType: 'pack', path: '' },
  { kind: 'oci', providerType: 'helm', path: '' },
  { kind: 'oci', providerType: 'zarf', path: '' },
]

describe.each(KINDS)('a registry of kind $kind $providerType', ({ kind, providerType, path }) => {
  it('is read by the reader for its kind', async () => {
    const { source, close } = open(connection({ kind, providerType, endpoint: `${server.url}${path}` }))
    expect(await source.check(signal)).toBe('ok')
    await close()
  })

  it.each(['http://127.0.0.1:1/', 'https://10.0.0.1/', 'http://registry.example.com/', 'file:///etc', 'nonsense', ''])(
    'is not opened at %o',
    (endpoint) => {
      const refused = expect.objectContaining({ fault: 'forbidden-url' })
      expect(() => open(connection({ kind, providerType, endpoint }))).toThrow(refused)
    },
  )
})

describe('a folder of packs', () => {
  it('is read if the operator allowed it', async () => {
    const endpoint = pathToFileURL(join(folder, 'packs')).href
    const { source, close } = open(connection({ kind: 'pack', endpoint }))
    expect(await source.check(signal)).toBe('ok')
    await close()
  })

  it('is not an address of the other kinds', () => {
    const endpoint = pathToFileURL(join(folder, 'packs')).href
    const refused = expect.objectContaining({ fault: 'forbidden-url' })
    expect(() => open(connection({ kind: 'helm', endpoint }))).toThrow(refused)
    expect(() => open(connection({ kind: 'oci', endpoint }))).toThrow(refused)
  })
})

describe('a registry of ECR', () => {
  const endpoint = 'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com'
  const ecr = (region: string, at = endpoint) =>
    open(connection({ kind: 'oci', ociType: 'ecr', endpoint: at, aws: { region, accessKey: 'a', secretKey: 'b' } }))

  it('is opened without a request to AWS', async () => {
    await expect(ecr('eu-west-1').close()).resolves.toBeUndefined()
  })

  it.each(['evil.example.com/', '', 'eu-west-1@127.0.0.1'])('is refused with the region %o', (region) => {
    const refused = expect.objectContaining({ fault: 'forbidden-url' })
    expect(() => ecr(region, 'https://registry.example.com')).toThrow(refused)
  })
})
