import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createHelmSource, type HelmSourceOptions } from './helm-source.ts'
import { createInPlaceReaders } from '../archives/in-place-readers.ts'
import { basicAuth, NO_AUTH } from '../testing/oci/oci-options.ts'
import { createPlainFetcher } from '../testing/plain-fetcher.ts'
import { type ScriptedAnswer, startScriptedServer } from '../testing/scripted-server.ts'
import { makeTarGz } from '../testing/tar-gz.ts'
import { walkSource } from '../testing/walk-source.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const chart = await makeTarGz({ 'a/Chart.yaml': 'name: a', 'a/values.yaml': 'x: 1\n', 'a/README.md': '# a' })
const otherChart = await makeTarGz({ 'a/Chart.yaml': 'name: b' })
const entry = (name: string, version: string, digest = sha256(chart)) =>
  `  - name: ${name}\n    version: ${version}\n    digest: ${digest}\n    urls: [charts/${name}.tgz]\n`
const INDEX = `apiVersion: v1\nentries:\n  a:\n${entry('a', '1.1.0')}${entry('a', '1.0.0')}  b:\n${entry('b', '2.0.0')}`

const fetcher = createPlainFetcher()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  fetcher.close()
  await Promise.all(closing.splice(0).map((close) => close()))
})

type Answers = Record<string, ScriptedAnswer | ((headers: NodeJS.Dict<string | string[]>) => ScriptedAnswer)>

/** A web server for files, and the source of its folder `stable`. */
async function serve(answers: Answers, options: Partial<HelmSourceOptions> = {}) {
  const server = await startScriptedServer((url, request) => {
    const answer = answers[url.pathname]
    return typeof answer === 'function' ? answer(request.headers) : answer
  })
  closing.push(server.close)
  const endpoint = `${server.origin}/stable`
  const shared = { endpoint, auth: NO_AUTH, fetch: fetcher.fetch, readers: createInPlaceReaders() }
  return { server, source: createHelmSource({ ...shared, ...options }), endpoint }
}

const withTag: Answers[string] = (headers) =>
  headers['if-none-match'] === '"one"' ? { status: 304 } : { body: INDEX, headers: { etag: '"one"' } }
const { signal } = new AbortController()

describe('a Helm repository', () => {
  it('yields every chart version', async () => {
    const { source } = await serve({ '/stable/index.yaml': { body: INDEX } })
    expect((await walkSource(source)).read).toEqual(['a:1.1.0', 'a:1.0.0', 'b:2.0.0'])
  })

  it('is not read again while its ETag is unchanged', async () => {
    const { source } = await serve({ '/stable/index.yaml': withTag })
    const { known, mark } = await walkSource(source)
    expect((await walkSource(source, known, mark)).events).toEqual([{ kind: 'not-modified' }])
  })

  it('without an ETag is not read again while its bytes are unchanged', async () => {
    const { source } = await serve({ '/stable/index.yaml': { body: INDEX } })
    const { known, mark } = await walkSource(source)
    expect((await walkSource(source, known, mark)).events).toEqual([{ kind: 'not-modified' }])
  })

  it('has unchanged versions when it is read again anyway', async () => {
    const { source } = await serve({ '/stable/index.yaml': withTag })
    const { known } = await walkSource(source)
    expect(await walkSource(source, known)).toMatchObject({ packs: [], unchanged: ['a:1.1.0', 'a:1.0.0', 'b:2.0.0'] })
  })

  it('names the versions that it skips', async () => {
    const body = `${INDEX}${entry('b', '2.0.0')}${entry('b', 'newest')}`
    const { source } = await serve({ '/stable/index.yaml': { body } })
    expect((await walkSource(source)).failed).toEqual([
      { kind: 'failed', place: 'b:2.0.0', fault: 'duplicate', name: 'b', version: '2.0.0' },
      { kind: 'failed', place: 'b:newest', fault: 'invalid-version', name: 'b', version: 'newest' },
    ])
  })

  it('yields only the chosen charts', async () => {
    const charts = [{ name: 'b' }, { name: 'a', version: '1.0.0' }]
    const { source } = await serve({ '/stable/index.yaml': { body: INDEX } }, { charts })
    expect((await walkSource(source)).read).toEqual(['a:1.0.0', 'b:2.0.0'])
  })

  it('is read again when other charts are chosen', async () => {
    const { source, endpoint } = await serve({ '/stable/index.yaml': withTag })
    const { mark } = await walkSource(source)
    const shared = { endpoint, auth: NO_AUTH, fetch: fetcher.fetch, readers: createInPlaceReaders() }
    const chosen = createHelmSource({ ...shared, charts: [{ name: 'b' }] })
    expect((await walkSource(chosen, new Map(), mark)).read).toEqual(['b:2.0.0'])
  })

  it.each([
    ['basic', basicAuth({ username: 'u', password: 'p:w' }), 'Basic dTpwOnc='],
    ['token', { ...NO_AUTH, type: 'token' as const, token: 't0ken' }, 'Bearer t0ken'],
  ])('is accessed with credentials of type %s', async (_type, auth, header) => {
    const answer: Answers[string] = ({ authorization }) =>
      authorization === header ? { body: INDEX } : { status: 401 }
    const { source } = await serve({ '/stable/index.yaml': answer }, { auth })
    expect((await walkSource(source)).read).toHaveLength(3)
  })

  it.each<[string, ScriptedAnswer, string]>([
    ['unauthorised', { status: 403 }, 'unauthorised'],
    ['not-a-registry', { status: 404 }, 'not-a-registry'],
    ['bad-response', { status: 500 }, 'not-a-registry'],
    ['bad-response', { status: 304 }, 'not-a-registry'],
    ['not-a-registry', { body: '<!doctype html><html></html>' }, 'not-a-registry'],
    ['unreachable', 'cut', 'unreachable'],
  ])('ends the walk with %s', async (fault, answer, outcome) => {
    const { source } = await serve({ '/stable/index.yaml': answer })
    await expect(walkSource(source)).rejects.toMatchObject({ fault })
    await expect(source.check(signal)).resolves.toBe(outcome)
  })

  it('is recognised by the start of its index', async () => {
    const endless = function* () {
      yield INDEX
      for (;;) yield '# more\n'.repeat(1_000)
    }
    const { source } = await serve({ '/stable/index.yaml': () => ({ body: endless() }) })
    await expect(source.check(signal)).resolves.toBe('ok')
  })

  it('is not recognised by a line further down that looks like JSON', async () => {
    const page = `<html>${'\n'.repeat(1_000)}{ "entries": {} }\n</html>`
    const { source } = await serve({ '/stable/index.yaml': { body: page } })
    expect(await source.check(signal)).toBe('not-a-registry')
  })
})

describe('the content of a chart', () => {
  const found = async (answer: ScriptedAnswer) => {
    const { source, server } = await serve({ '/stable/charts/a.tgz': answer })
    return { source, location: `${server.origin}/stable/charts/a.tgz` }
  }

  it('is read from its archive', async () => {
    const { source, location } = await found({ body: chart })
    const read = source.readContent({ location, sourceDigest: sha256(chart) }, signal)
    await expect(read).resolves.toEqual({ values: 'x: 1\n', readme: '# a' })
  })

  it('is read for a chart without a digest', async () => {
    const { source, location } = await found({ body: chart })
    await expect(source.readContent({ location, sourceDigest: '' }, signal)).resolves.toMatchObject({ readme: '# a' })
  })

  it.each<[string, string, ScriptedAnswer]>([
    ['bad-response', 'another archive than the index says', { body: otherChart }],
    ['not-a-registry', 'nothing', { status: 404 }],
    ['too-large', 'an archive without end', { body: Buffer.alloc(21 * 1024 * 1024) }],
  ])('is refused with %s for %s', async (fault, _what, answer) => {
    const { source, location } = await found(answer)
    const read = source.readContent({ location, sourceDigest: sha256(chart) }, signal)
    await expect(read).rejects.toMatchObject({ fault })
  })
})
