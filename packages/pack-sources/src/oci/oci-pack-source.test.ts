import { packFolders, tellWithout } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOciPackSource } from './oci-pack-source.ts'
import { readPackFolder } from '../folders/pack-folder.ts'
import { ociOptions } from '../testing/oci/oci-options.ts'
import { startOciRegistry, type TestOciRegistry } from '../testing/oci/oci-registry.ts'
import { packFolder } from '../testing/own-packs.ts'
import { createPlainFetcher } from '../testing/plain-fetcher.ts'
import { walkSource } from '../testing/walk-source.ts'

describe('createOciPackSource over docker-registry', () => {
  const client = createPlainFetcher()
  let registry: TestOciRegistry
  let bases = 0

  beforeAll(async () => {
    registry = await startOciRegistry()
  })
  afterAll(async () => {
    client.close()
    await registry.stop()
  })

  /** Gives each test its own part of the registry. */
  function freshPart() {
    const base = `part-${(bases += 1)}`
    const archive = `${base}/spectro-packs/archive`
    const push = (name: string, version: string, values?: string) =>
      registry.pushPack(`${archive}/${name}`, version, packFolder(name, version, values))
    return { base, archive, push, source: sourceAt({ baseContentPath: base }) }
  }
  const sourceAt = (place: { endpoint?: string; basePath?: string; baseContentPath?: string }) =>
    createOciPackSource(ociOptions({ endpoint: registry.endpoint, fetch: client.fetch, ...place }))
  const isDownload = ({ url, method }: { url: string; method?: string }) =>
    method !== 'HEAD' && /\/(blobs|manifests)\//.test(url)

  it('reads every tag as a version', async () => {
    const { push, source } = freshPart()
    await push('nginx', '1.0.0')
    await push('nginx', '1.1.0')
    const digest = await push('traefik', '2.0.0', 'port: 80\n')
    const { packs, read, events } = await walkSource(source)
    expect(read).toEqual(['nginx:1.0.0', 'nginx:1.1.0', 'traefik:2.0.0'])
    expect(packs[2]).toMatchObject({ pack: { values: 'port: 80\n' }, sourceDigest: digest, isContentRead: true })
    expect(events.filter(({ kind }) => kind === 'expected').at(-1)).toMatchObject({ count: 3 })
    expect(events.at(-1)).toEqual({ kind: 'done', mark: '' })
  })

  it('downloads nothing that it already knows', async () => {
    const { push, source } = freshPart()
    await push('nginx', '1.0.0')
    await push('traefik', '2.0.0')
    const { known } = await walkSource(source)
    const before = client.sent.length
    const second = await walkSource(source, known)
    expect(second).toMatchObject({ read: [], unchanged: ['nginx:1.0.0', 'traefik:2.0.0'] })
    expect(client.sent.slice(before).filter(isDownload)).toEqual([])
  })

  it('downloads only a tag that has moved', async () => {
    const { push, source } = freshPart()
    await push('nginx', '1.0.0')
    await push('traefik', '2.0.0')
    const { known } = await walkSource(source)
    await push('traefik', '2.0.0', 'port: 8080\n')
    const second = await walkSource(source, known)
    expect(second).toMatchObject({ read: ['traefik:2.0.0'], unchanged: ['nginx:1.0.0'] })
    expect(second.packs[0]?.pack.values).toBe('port: 8080\n')
  })

  it('does not yield a version whose tag is gone', async () => {
    const { archive, push, source } = freshPart()
    await push('nginx', '1.0.0')
    const digest = await push('nginx', '1.1.0')
    const { known } = await walkSource(source)
    await registry.removeManifest(`${archive}/nginx`, digest)
    expect(await walkSource(source, known)).toMatchObject({ read: [], unchanged: ['nginx:1.0.0'], failed: [] })
  })

  it('continues after a pack that cannot be read', async () => {
    const { archive, push, source } = freshPart()
    await push('nginx', '1.0.0')
    await registry.pushPack(`${archive}/broken`, '1.0.0', { 'broken/pack.json': '{' })
    const { read, failed } = await walkSource(source)
    expect(read).toEqual(['nginx:1.0.0'])
    expect(failed).toEqual([
      { kind: 'failed', place: 'broken:1.0.0', fault: 'malformed-json', name: 'broken', version: '1.0.0' },
    ])
  })

  it('fails a pack whose version differs from its tag', async () => {
    const { archive, source } = freshPart()
    await registry.pushPack(`${archive}/nginx`, '1.0.0', packFolder('nginx', '1.0.1'))
    expect((await walkSource(source)).failed).toMatchObject([{ place: 'nginx:1.0.0', fault: 'version-mismatch' }])
  })

  it('skips a tag that is an alias of another', async () => {
    const { archive, push, source } = freshPart()
    await push('nginx', '1.0.0')
    await registry.pushPack(`${archive}/nginx`, 'latest', packFolder('nginx', '1.0.0'))
    const { read, failed, events } = await walkSource(source)
    expect({ read, failed }).toEqual({ read: ['nginx:1.0.0'], failed: [] })
    expect(events.filter(({ kind }) => kind === 'expected').at(-1)).toMatchObject({ count: 1 })
  })

  it('reads the underscore of a tag as the plus of a version', async () => {
    const { archive, source } = freshPart()
    await registry.pushPack(`${archive}/nginx`, '1.0.0_build.1', packFolder('nginx', '1.0.0+build.1'))
    const first = await walkSource(source)
    expect(first.read).toEqual(['nginx:1.0.0+build.1'])
    expect((await walkSource(source, first.known)).unchanged).toEqual(['nginx:1.0.0+build.1'])
  })

  it('takes a pack’s name from pack.json, and fails a second pack with the same name as a duplicate', async () => {
    const { archive, push, source } = freshPart()
    await registry.pushPack(`${archive}/a-repository`, '1.0.0', packFolder('nginx', '1.0.0'))
    await push('nginx', '1.0.0', 'other: true\n')
    const { read, failed } = await walkSource(source)
    expect(read).toEqual(['nginx:1.0.0'])
    expect(failed).toMatchObject([{ fault: 'duplicate', name: 'nginx', version: '1.0.0' }])
  })

  it('reads the first image of an index', async () => {
    const { archive, push, source } = freshPart()
    const digest = await push('nginx', '1.0.0')
    const image = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 }
    const mediaType = 'application/vnd.oci.image.index.v1+json'
    const index = { schemaVersion: 2, mediaType, manifests: [image] }
    const indexDigest = await registry.pushManifest(`${archive}/nginx`, '1.0.0', index)
    expect((await walkSource(source)).packs).toMatchObject([{ sourceDigest: indexDigest }])
  })

  it('ignores repositories outside of its base', async () => {
    const { base, push, source } = freshPart()
    await push('nginx', '1.0.0')
    await registry.pushPack(`${base}/images/nginx`, '1.0.0', packFolder('nginx', '1.0.0'))
    await registry.pushPack(`${base}/spectro-packs/archive/deeper/nginx`, '2.0.0', packFolder('nginx', '2.0.0'))
    expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
  })

  it.each([
    [
      'baseContentPath ends with the layout',
      (base: string) => ({ baseContentPath: `/${base}/spectro-packs/archive/` }),
    ],
    ['baseContentPath ends with half of it', (base: string) => ({ baseContentPath: `${base}/spectro-packs` })],
    ['basePath comes before it', (base: string) => ({ basePath: base, baseContentPath: 'spectro-packs' })],
    ['the endpoint carries it', (base: string) => ({ endpoint: `${registry.endpoint}/${base}/` })],
    [
      'the endpoint carries the version of the API',
      (base: string) => ({
        endpoint: `${registry.endpoint}/v2/`,
        baseContentPath: base,
      }),
    ],
  ])('finds packs when %s', async (_, placeOf) => {
    const { base, push } = freshPart()
    await push('nginx', '1.0.0')
    expect((await walkSource(sourceAt(placeOf(base)))).read).toEqual(['nginx:1.0.0'])
  })

  it('finds an API under a path', async () => {
    const elsewhere = await startOciRegistry({ path: '/products/docker' })
    try {
      await elsewhere.pushPack('team/spectro-packs/archive/nginx', '1.0.0', packFolder('nginx', '1.0.0'))
      const source = sourceAt({ endpoint: elsewhere.endpoint, baseContentPath: 'team' })
      expect(await source.check(new AbortController().signal)).toBe('ok')
      expect((await walkSource(source)).read).toEqual(['nginx:1.0.0'])
    } finally {
      await elsewhere.stop()
    }
  })

  it('ends a walk that is cancelled', async () => {
    const { push, source } = freshPart()
    await push('nginx', '1.0.0')
    await push('nginx', '1.1.0')
    const cancel = new AbortController()
    const walk = async () => {
      for await (const event of source.walk({ known: new Map(), mark: '', signal: cancel.signal })) {
        if (event.kind === 'expected') cancel.abort()
      }
    }
    await expect(walk()).rejects.toMatchObject({ fault: 'cancelled' })
  })

  it.each(packFolders())('reads all packs of $source, byte for byte', async ({ parent }) => {
    const { archive, source } = freshPart()
    const expected = new Map<string, string>()
    const pushes: Promise<string>[] = []
    for await (const found of readPackFolder(parent)) {
      if ('fault' in found) throw new Error(`${found.folder}: ${found.fault}`)
      const { name, version, digest } = found.pack
      expected.set(`${name}:${version}`, digest)
      const { folder } = found
      pushes.push(registry.pushPackFolder(`${archive}/${name}`, version, { parent, folder }))
    }
    await Promise.all(pushes)
    const { packs, failed, known } = await walkSource(source)
    expect(failed).toEqual([])
    expect(new Map(packs.map(({ pack }) => [`${pack.name}:${pack.version}`, pack.digest]))).toEqual(expected)
    expect((await walkSource(source, known)).unchanged).toHaveLength(expected.size)
  })

  tellWithout('corpus/packs')
})
