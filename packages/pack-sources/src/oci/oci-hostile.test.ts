import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createOciPackSource } from './oci-pack-source.ts'
import { basicAuth, ociOptions } from '../testing/oci/oci-options.ts'
import { packFolder } from '../testing/own-packs.ts'
import { createPlainFetcher, type PlainFetcher } from '../testing/plain-fetcher.ts'
import { type ScriptedAnswer, type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'
import { makeTarGz } from '../testing/tar-gz.ts'
import { walkSource } from '../testing/walk-source.ts'

const PREFIX = 'spectro-packs/archive/'
const PING: ScriptedAnswer = { headers: { 'docker-distribution-api-version': 'registry/2.0' } }
const MEBIBYTE = 1024 * 1024

const digestOf = (bytes: string | Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const json = (value: unknown): ScriptedAnswer => ({ body: JSON.stringify(value) })

/** Responses by path; anything else is a 404. */
type Script = Record<string, ScriptedAnswer | ((url: URL) => ScriptedAnswer)>

/** A valid pack `name:1.0.0` to tamper with. */
async function honestPack(name: string): Promise<Script> {
  const archive = await makeTarGz(packFolder(name, '1.0.0'))
  const layer = { mediaType: 'application/gzip', digest: digestOf(archive), size: archive.byteLength }
  const config = { mediaType: 'application/json', digest: digestOf('{}'), size: 2 }
  const manifest = JSON.stringify({ schemaVersion: 2, config, layers: [layer] })
  return {
    [`/v2/${PREFIX}${name}/tags/list`]: json({ tags: ['1.0.0'] }),
    [`/v2/${PREFIX}${name}/manifests/1.0.0`]: {
      headers: { 'docker-content-digest': digestOf(manifest) },
      body: manifest,
    },
    [`/v2/${PREFIX}${name}/blobs/${layer.digest}`]: { body: archive },
  }
}

const catalogOf = (...names: string[]) => json({ repositories: names.map((name) => `${PREFIX}${name}`) })

describe('a hostile OCI registry', () => {
  const servers: ScriptedServer[] = []
  const clients: PlainFetcher[] = []
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  async function openScript(script: Script) {
    const answers: Script = { '/v2/': PING, ...script }
    const server = await startScriptedServer((url) => {
      const answer = answers[url.pathname]
      return typeof answer === 'function' ? answer(url) : answer
    })
    const client = createPlainFetcher()
    servers.push(server)
    clients.push(client)
    const auth = basicAuth({ username: 'robot', password: 'secret' })
    return {
      server,
      client,
      source: createOciPackSource(ociOptions({ endpoint: server.origin, fetch: client.fetch, auth })),
    }
  }
  const never = () => new AbortController().signal

  /** Tampers with one of two packs: it must fail with `fault`, and the other must be read. */
  async function expectFailure(spoil: (bad: Script) => Script, fault: string) {
    const [bad, good] = [await honestPack('bad'), await honestPack('good')]
    const script = { '/v2/_catalog': catalogOf('bad', 'good'), ...good, ...bad, ...spoil(bad) }
    const { source } = await openScript(script)
    const { read, failed } = await walkSource(source)
    expect({ read, failed }).toMatchObject({ read: ['good:1.0.0'], failed: [{ fault, name: 'bad' }] })
  }
  const blobPath = (pack: Script) => Object.keys(pack).find((path) => path.includes('/blobs/'))!
  const manifestPath = `/v2/${PREFIX}bad/manifests/1.0.0`

  it('sends bytes that do not match the digest of a blob', () =>
    expectFailure((bad) => ({ [blobPath(bad)]: { body: 'other' } }), 'bad-response'))

  it('sends bytes that do not match the digest of a manifest', () =>
    expectFailure(
      () => ({ [manifestPath]: { headers: { 'docker-content-digest': digestOf('other') }, body: '{}' } }),
      'bad-response',
    ))

  it('sends an endless blob', () =>
    expectFailure((bad) => ({ [blobPath(bad)]: { body: endless(new Uint8Array(MEBIBYTE)) } }), 'too-large'))

  it('declares a blob of a terabyte', async () => {
    const layer = { mediaType: 'application/gzip', digest: digestOf(''), size: 2 ** 40 }
    await expectFailure(
      () => ({ [manifestPath]: json({ schemaVersion: 2, config: layer, layers: [layer] }) }),
      'too-large',
    )
  })

  it('refers to a blob by an invalid digest', async () => {
    const layer = { mediaType: 'application/gzip', digest: '../../../admin', size: 1 }
    await expectFailure(
      () => ({ [manifestPath]: json({ schemaVersion: 2, config: layer, layers: [layer] }) }),
      'bad-response',
    )
  })

  it('sends an endless manifest', () =>
    expectFailure(() => ({ [manifestPath]: { body: endless('['.repeat(65_536)) } }), 'too-large'))

  it('sends a manifest nested as deep as its size allows', () =>
    expectFailure(() => ({ [manifestPath]: { body: '['.repeat(4 * MEBIBYTE) } }), 'bad-response'))

  it('sends a manifest with too many layers', async () => {
    const layer = { mediaType: 'application/gzip', digest: digestOf(''), size: 1 }
    const layers = Array.from({ length: 10_000 }, () => layer)
    await expectFailure(() => ({ [manifestPath]: json({ schemaVersion: 2, config: layer, layers }) }), 'bad-response')
  })

  it('sends an index of indexes', async () => {
    const inner = JSON.stringify({ schemaVersion: 2, manifests: [] })
    const image = {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digestOf(inner),
      size: inner.length,
    }
    await expectFailure(
      () => ({
        [manifestPath]: json({ schemaVersion: 2, manifests: [image] }),
        [`/v2/${PREFIX}bad/manifests/${digestOf(inner)}`]: { body: inner },
      }),
      'bad-response',
    )
  })

  it('breaks off in the middle of a blob', () =>
    expectFailure(
      (bad) => ({ [blobPath(bad)]: { headers: { 'content-length': '9' }, body: 'short', isBrokenOff: true } }),
      'bad-response',
    ))

  it('lists tags endlessly', async () => {
    let page = 0
    const tags = () => {
      page += 1
      const names = Array.from({ length: 1_000 }, (_, index) => `${page}.${index}`)
      return { headers: { link: `</v2/x?last=${page}>; rel="next"` }, body: JSON.stringify({ tags: names }) }
    }
    const good = await honestPack('good')
    const { source } = await openScript({
      '/v2/_catalog': catalogOf('bad', 'good'),
      [`/v2/${PREFIX}bad/tags/list`]: tags,
      ...good,
    })
    const { read, failed } = await walkSource(source)
    expect({ read, failed }).toMatchObject({ read: ['good:1.0.0'], failed: [{ place: 'bad', fault: 'too-large' }] })
  })

  it('lists repositories in a circle', async () => {
    const answer = { headers: { link: '</v2/_catalog?n=1000>; rel="next"' }, body: '{"repositories":["a"]}' }
    const { server, source } = await openScript({ '/v2/_catalog': answer })
    await expect(walkSource(source)).rejects.toMatchObject({ fault: 'bad-response' })
    expect(server.asked.filter((line) => line.includes('_catalog'))).toHaveLength(2)
  })

  it('links to another server for the next page, which is never requested', async () => {
    const other = await startScriptedServer(() => json({ repositories: [] }))
    servers.push(other)
    const catalog = ({ search }: URL) =>
      search.includes('last')
        ? json({ repositories: ['b'] })
        : { headers: { link: `<${other.origin}/v2/_catalog?last=a>; rel="next"` }, body: '{"repositories":["a"]}' }
    const { source } = await openScript({ '/v2/_catalog': catalog })
    await walkSource(source)
    expect(other.asked).toEqual([])
  })

  it('lists repositories and tags with unsafe names, which are never requested', async () => {
    const good = await honestPack('good')
    const { server, source } = await openScript({
      '/v2/_catalog': catalogOf('good', '../../../admin', 'a?b', 'A', 'x'.repeat(300)),
      ...good,
      [`/v2/${PREFIX}good/tags/list`]: json({ tags: ['1.0.0', '../../../admin', 'a/b', 'a?b', ''] }),
    })
    expect((await walkSource(source)).read).toEqual(['good:1.0.0'])
    expect(server.asked.filter((line) => /admin|\?b|\/A|a\/b|xxx/.test(line))).toEqual([])
  })

  it('demands another token forever', async () => {
    const { server, source } = await openScript({
      '/v2/': ({ host }) => ({ status: 401, headers: { 'www-authenticate': `Bearer realm="http://${host}/token"` } }),
      '/token': json({ token: 'a-token' }),
    })
    expect(await source.check(never())).toBe('unauthorised')
    expect(server.asked.length).toBeLessThanOrEqual(3)
  })

  it.each([
    [
      'wants a token for its tokens',
      { status: 401, headers: { 'www-authenticate': 'Bearer realm="/token"' } },
      'unauthorised',
    ],
    ['hands out a token that holds another header', json({ token: 'a\r\nx-evil: 1' }), 'not-a-registry'],
    ['hands out no token', json({}), 'not-a-registry'],
  ])('is not trusted when it %s', async (_, token, outcome) => {
    const tokens = await startScriptedServer(() => token)
    servers.push(tokens)
    const challenge = { 'www-authenticate': `Bearer realm="${tokens.origin}/token",service="x"` }
    const { source } = await openScript({ '/v2/': { status: 401, headers: challenge } })
    expect(await source.check(never())).toBe(outcome)
    expect(tokens.asked).toEqual(['GET /token?service=x'])
  })

  it.each([
    ['a page instead of an answer', { '/v2/': { headers: { 'content-type': 'text/html' }, body: '<html>' } }],
    ['nothing at all', { '/v2/': { status: 404 } }],
    ['no catalogue', {}],
    ['a fault of its own', { '/v2/': { status: 500 } }],
  ] satisfies [string, Script][])('is told from a registry when it answers %s', async (_, script) => {
    const { source } = await openScript(script)
    expect(await source.check(never())).toBe('not-a-registry')
  })

  it.each([
    ['text', 'no JSON'],
    ['another shape', '{"repositories":"a"}'],
    ['other types', '{"repositories":[1]}'],
  ])('sends %s as its catalogue', async (_, body) => {
    const { source } = await openScript({ '/v2/_catalog': { body } })
    await expect(walkSource(source)).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it('goes down during a walk, which then ends', async () => {
    const tags = Array.from({ length: 40 }, (_, index) => `1.${index}.0`)
    const cut = Object.fromEntries(tags.map((tag) => [`/v2/${PREFIX}bad/manifests/${tag}`, 'cut' as const]))
    const { server, source } = await openScript({
      '/v2/_catalog': catalogOf('bad'),
      [`/v2/${PREFIX}bad/tags/list`]: json({ tags }),
      ...cut,
    })
    await expect(walkSource(source)).rejects.toMatchObject({ fault: 'unreachable' })
    expect(server.asked.length).toBeLessThan(tags.length)
  })

  it('withholds the tags of a name with known versions, which do not count as gone', async () => {
    const good = await honestPack('good')
    const script = { '/v2/_catalog': catalogOf('good'), ...good }
    const { source } = await openScript(script)
    const { known } = await walkSource(source)
    const spoiled = await openScript({ ...script, [`/v2/${PREFIX}good/tags/list`]: { status: 500 } })
    expect((await walkSource(spoiled.source, known)).failed).toMatchObject([
      { place: 'good:1.0.0', fault: 'bad-response', name: 'good', version: '1.0.0' },
    ])
  })
})

function* endless<Chunk>(chunk: Chunk): Generator<Chunk> {
  for (;;) yield chunk
}
