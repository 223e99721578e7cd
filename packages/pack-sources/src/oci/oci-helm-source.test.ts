import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOciHelmSource } from './oci-helm-source.ts'
import { ociOptions } from '../testing/oci/oci-options.ts'
import { startOciRegistry, type TestOciRegistry } from '../testing/oci/oci-registry.ts'
import { packFolder } from '../testing/own-packs.ts'
import { createPlainFetcher } from '../testing/plain-fetcher.ts'
import { walkSource } from '../testing/walk-source.ts'

const chart = (name: string, version: string, fields: object = {}) => ({
  chartYaml: { apiVersion: 'v2', name, version, description: `The chart ${name}`, appVersion: '9', ...fields },
  files: {
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    [`${name}/values.yaml`]: '# kept\nreplicas: 3\n',
    [`${name}/README.md`]: `# ${name}\n`,
  },
})

describe('createOciHelmSource over docker-registry', () => {
  const client = createPlainFetcher()
  let registry: TestOciRegistry
  const sourceAt = (basePath: string) =>
    createOciHelmSource(ociOptions({ endpoint: registry.endpoint, fetch: client.fetch, basePath }))

  beforeAll(async () => {
    registry = await startOciRegistry()
    await registry.pushChart('team/charts/nginx', '1.0.0', chart('nginx', '1.0.0'))
    await registry.pushChart('team/charts/nginx', '1.1.0_b.1', chart('nginx', '1.1.0+b.1'))
    await registry.pushPack('team/charts/not-a-chart', '1.0.0', packFolder('not-a-chart', '1.0.0'))
    await registry.pushChart('other/traefik', '2.0.0', chart('traefik', '2.0.0'))
    await registry.pushChart('broken/bad', '1.0.0', chart('bad', 'not a version'))
    await registry.pushChart('broken/base', '1.0.0', chart('base', '1.0.0', { type: 'library' }))
  })
  afterAll(async () => {
    client.close()
    await registry.stop()
  })

  it('reads charts below its base path and skips other artifacts', async () => {
    const { read, failed } = await walkSource(sourceAt('team/charts'))
    expect(read).toEqual(['nginx:1.0.0', 'nginx:1.1.0+b.1'])
    expect(failed).toEqual([])
  })

  it('reads the whole registry without a base path, each version by itself', async () => {
    const { read, failed } = await walkSource(sourceAt(''))
    expect(read).toEqual(['traefik:2.0.0', 'nginx:1.0.0', 'nginx:1.1.0+b.1'])
    expect(failed).toMatchObject([{ place: 'bad:1.0.0', fault: 'invalid-version' }])
  })

  it('takes a chart’s data from its Chart.yaml, and does not download its archive', async () => {
    const before = client.sent.length
    const { packs } = await walkSource(sourceAt('other'))
    const { pack, isContentRead, location, sourceDigest } = packs[0]!
    expect(pack).toMatchObject({ layer: 'addon', cloudTypes: ['all'], description: 'The chart traefik', values: '' })
    expect({ isContentRead, location }).toEqual({
      isContentRead: false,
      location: `other/traefik:2.0.0@${sourceDigest}`,
    })
    expect(client.sent.slice(before).filter(({ url }) => url.includes('/blobs/'))).toHaveLength(1)
  })

  it('fetches values and README when they are needed', async () => {
    const source = sourceAt('other')
    const { packs } = await walkSource(source)
    expect(await source.readContent(packs[0]!, new AbortController().signal)).toEqual({
      values: '# kept\nreplicas: 3\n',
      readme: '# traefik\n',
    })
  })

  it('refuses to fetch from a location that it has not yielded', async () => {
    const version = { location: '../../etc:1@sha256:0', sourceDigest: '' }
    await expect(sourceAt('').readContent(version, new AbortController().signal)).rejects.toMatchObject({
      fault: 'bad-response',
    })
  })

  describe('asked for one chart', () => {
    const { signal } = new AbortController()
    const single = (basePath: string) => sourceAt(basePath).single!

    it('reads it without a catalogue, as a walk would', async () => {
      const { packs } = await walkSource(sourceAt('team/charts'))
      const before = client.sent.length
      expect(await single('team/charts').readVersion('nginx', '1.1.0+b.1', signal)).toEqual({
        ...packs.find(({ pack }) => pack.version === '1.1.0+b.1'),
        kind: undefined,
      })
      expect(client.sent.slice(before).filter(({ url }) => url.includes('_catalog'))).toEqual([])
    })

    it('lists its versions', async () => {
      expect(await single('team/charts').listVersions('nginx', signal)).toEqual(['1.0.0', '1.1.0_b.1'])
      expect(await single('team/charts').listVersions('nowhere', signal)).toEqual([])
    })

    it.each([
      ['nginx', '9.9.9'],
      ['nowhere', '1.0.0'],
      ['not-a-chart', '1.0.0'],
      ['../charts/nginx', '1.0.0'],
      ['nginx', '../1.0.0'],
    ])('finds no %s %s', async (name, version) => {
      expect(await single('team/charts').readVersion(name, version, signal)).toBeUndefined()
    })

    it('refuses a chart with another name in its Chart.yaml', async () => {
      const own = await startOciRegistry()
      await own.pushChart('odd/renamed', '1.0.0', chart('nginx', '1.0.0'))
      const { endpoint } = own
      const source = createOciHelmSource(ociOptions({ endpoint, fetch: client.fetch, basePath: 'odd' }))
      await expect(source.single!.readVersion('renamed', '1.0.0', signal)).rejects.toMatchObject({
        fault: 'bad-response',
      })
      await own.stop()
    })
  })

  it('downloads nothing that it already knows', async () => {
    const source = sourceAt('team/charts')
    const { known } = await walkSource(source)
    const before = client.sent.length
    expect((await walkSource(source, known)).unchanged).toEqual(['nginx:1.0.0', 'nginx:1.1.0+b.1'])
    expect(client.sent.slice(before).filter(({ url }) => url.includes('/blobs/'))).toEqual([])
  })
})
