import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { ArchiveReaders } from './archive-readers.ts'
import { createInPlaceReaders } from './in-place-readers.ts'
import { createPackArchiveSource } from './pack-archive-source.ts'
import { NO_AUTH } from '../testing/oci/oci-options.ts'
import { packFolder } from '../testing/own-packs.ts'
import { createPlainFetcher } from '../testing/plain-fetcher.ts'
import { type ScriptedAnswer, startScriptedServer } from '../testing/scripted-server.ts'
import { makeTarGz } from '../testing/tar-gz.ts'
import { walkSource } from '../testing/walk-source.ts'

const temporaryFolder = mkdtempSync(join(tmpdir(), 'waybill-archive-'))
const fetcher = createPlainFetcher()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  fetcher.close()
  await Promise.all(closing.splice(0).map((close) => close()))
})
afterAll(() => rmSync(temporaryFolder, { recursive: true }))

/** A server whose response can change between two walks. */
async function serve(first: ScriptedAnswer, readers: ArchiveReaders = createInPlaceReaders()) {
  const answers = { now: first }
  const server = await startScriptedServer((_url, { headers }) => {
    const { now } = answers
    const etag = now === 'cut' ? undefined : now.headers?.etag
    return etag !== undefined && headers['if-none-match'] === etag ? { status: 304 } : now
  })
  closing.push(server.close)
  const endpoint = `${server.origin}/packs.tar.gz`
  const source = createPackArchiveSource({ endpoint, auth: NO_AUTH, fetch: fetcher.fetch, readers, temporaryFolder })
  return { source, answers }
}

const archive = await makeTarGz({ ...packFolder('a', '1.0.0'), ...packFolder('b', '1.0.0') })
const { signal } = new AbortController()

describe('a pack repository', () => {
  it('yields its packs and how many there are', async () => {
    const { source } = await serve({ body: archive })
    const walk = await walkSource(source)
    expect(walk.events[0]).toEqual({ kind: 'expected', count: 2 })
    expect(walk.read).toEqual(['a:1.0.0', 'b:1.0.0'])
  })

  it.each([
    ['its ETag', { etag: '"one"' }],
    ['its digest', undefined],
  ])('is not read again while %s is unchanged', async (_what, headers) => {
    const { source } = await serve({ body: archive, ...(headers && { headers }) })
    const { known, mark } = await walkSource(source)
    expect((await walkSource(source, known, mark)).events).toEqual([{ kind: 'not-modified' }])
  })

  it('yields only what changed as new', async () => {
    const { source, answers } = await serve({ body: archive, headers: { etag: '"one"' } })
    const { known, mark } = await walkSource(source)
    const body = await makeTarGz({ ...packFolder('a', '1.0.0'), ...packFolder('b', '1.0.0', 'other: 1\n') })
    answers.now = { body, headers: { etag: '"two"' } }
    expect(await walkSource(source, known, mark)).toMatchObject({ read: ['b:1.0.0'], unchanged: ['a:1.0.0'] })
  })

  it('names a folder that cannot be read, and one that repeats a pack', async () => {
    const twice = packFolder('b', '1.0.0')['b/pack.json'] ?? ''
    const body = await makeTarGz({
      ...packFolder('b', '1.0.0'),
      'copy/pack.json': twice,
      'odd/pack.json': '{',
      ...packFolder('z', '1.0.0', '\0'),
    })
    const { source } = await serve({ body })
    expect((await walkSource(source)).failed).toEqual([
      { kind: 'failed', place: 'copy', fault: 'duplicate', name: 'b', version: '1.0.0' },
      { kind: 'failed', place: 'odd/pack.json', fault: 'malformed-json' },
      { kind: 'failed', place: 'z/values.yaml', fault: 'invalid-character', name: 'z', version: '1.0.0' },
    ])
  })

  it.each<[string, ScriptedAnswer, string]>([
    ['unauthorised', { status: 401 }, 'unauthorised'],
    ['not-a-registry', { status: 404 }, 'not-a-registry'],
    ['bad-response', { status: 502 }, 'not-a-registry'],
    ['not-a-registry', { body: '<!doctype html>' }, 'not-a-registry'],
    ['bad-response', { body: archive.subarray(0, 100) }, 'ok'],
    ['unreachable', 'cut', 'unreachable'],
  ])('ends with %s, and leaves no file', async (fault, answer, outcome) => {
    const { source } = await serve(answer)
    await expect(walkSource(source)).rejects.toMatchObject({ fault })
    await expect(source.check(signal)).resolves.toBe(outcome)
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  it('is downloaded to a private file for as long as it is read', async () => {
    const modes: number[] = []
    const readers = createInPlaceReaders()
    const watching: ArchiveReaders = {
      ...readers,
      readRepository: (file, stop) => {
        modes.push(statSync(file).mode & 0o777)
        return readers.readRepository(file, stop)
      },
    }
    const { source } = await serve({ body: archive }, watching)
    await walkSource(source)
    expect(modes).toEqual([0o600])
    expect(readdirSync(temporaryFolder)).toEqual([])
  })

  it('removes what a killed process left, and nothing else', async () => {
    const left = join(temporaryFolder, `registry-${randomUUID()}.tar.gz`)
    const others = [join(temporaryFolder, `registry-${randomUUID()}.tar.gz`), join(temporaryFolder, 'other.tar.gz')]
    for (const file of [left, ...others]) writeFileSync(file, '')
    for (const file of [left, ...others.slice(1)]) utimesSync(file, 0, 0)
    const { source } = await serve({ body: archive })
    await walkSource(source)
    expect(readdirSync(temporaryFolder).toSorted()).toEqual(others.map((file) => basename(file)).toSorted())
    for (const file of others) rmSync(file)
  })

  it('leaves no file when it is cancelled halfway', async () => {
    const { source } = await serve({ body: archive })
    const stop = new AbortController()
    const walk = async () => {
      for await (const event of source.walk({ known: new Map(), mark: '', signal: stop.signal })) {
        if (event.kind === 'pack') stop.abort()
      }
    }
    await expect(walk()).rejects.toMatchObject({ fault: 'cancelled' })
    expect(readdirSync(temporaryFolder)).toEqual([])
  })
})
