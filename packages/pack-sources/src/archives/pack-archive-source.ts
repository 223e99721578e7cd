import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveReaders } from './archive-readers.ts'
import { outcomeOf } from '../source/check-outcome.ts'
import { fetchFile, type FileHost, readStart } from '../source/fetch-file.ts'
import type { FetchResponse } from '../source/fetcher.ts'
import { noContentLeft, type PackSource, type SourceEvent, type WalkOptions } from '../source/pack-source.ts'
import { SourceError } from '../source/source-error.ts'
import { conditionsOf, readMark, writeMark } from '../source/source-mark.ts'
import { removeStaleArchives } from './remove-stale-archives.ts'
import { createEventMapper } from '../source/event-mapper.ts'

/** A pack repository: the URL of a `.tar.gz` of a folder of packs, and its credentials. */
export interface PackArchiveSourceOptions extends FileHost {
  endpoint: string
  readers: ArchiveReaders
  /** The folder for the archive while it is read; created if it does not exist. */
  temporaryFolder: string
}

const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024
/** The fetcher gives up on a slow server long before this. */
const DOWNLOAD_MS = 30 * 60_000

/**
 * Reads packs from one `.tar.gz`, such as the archive download of a public repository. It is downloaded to a file of
 * its own, which is deleted when the walk ends, however it ends.
 */
export function createPackArchiveSource(options: PackArchiveSourceOptions): PackSource {
  return {
    check: async (signal) => {
      try {
        const response = await fetchFile(options, { ...requestOf(options), signal })
        return isGzip(await readStart(response, 2)) ? 'ok' : 'not-a-registry'
      } catch (error) {
        return outcomeOf(error)
      }
    },
    walk: (walkOptions) => walkArchive(options, walkOptions),
    readContent: noContentLeft,
  }
}

const requestOf = ({ endpoint }: PackArchiveSourceOptions) => ({
  url: endpoint,
  maxBytes: MAX_ARCHIVE_BYTES,
  timeoutMs: DOWNLOAD_MS,
})

const isGzip = (start: Uint8Array) => start[0] === 0x1f && start[1] === 0x8b

async function* walkArchive(
  options: PackArchiveSourceOptions,
  { known, mark, signal }: WalkOptions,
): AsyncGenerator<SourceEvent> {
  const last = readMark(mark, '')
  const response = await fetchFile(options, { ...requestOf(options), headers: conditionsOf(last), signal })
  if (response.status === 304) {
    await response.cancel()
    yield { kind: 'not-modified' }
    return
  }
  const file = join(options.temporaryFolder, `registry-${randomUUID()}.tar.gz`)
  try {
    await mkdir(options.temporaryFolder, { recursive: true, mode: 0o700 })
    await removeStaleArchives(options.temporaryFolder)
    const digest = await download(response, file)
    if (digest === last?.digest) yield { kind: 'not-modified' }
    else {
      const toEvent = createEventMapper(known)
      let isCounted = false
      for await (const read of options.readers.readRepository(file, signal)) {
        if (!isCounted) yield { kind: 'expected', count: read.total }
        isCounted = true
        yield toEvent(read)
      }
      yield { kind: 'done', mark: writeMark(response, { digest, wish: '' }) }
    }
  } finally {
    await rm(file, { force: true })
  }
}

/** @throws SourceError `not-a-registry` if it is not gzip, and what the body throws. */
async function download(response: FetchResponse, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    let isFirst = true
    for await (const chunk of response.body) {
      if (isFirst && !isGzip(chunk)) {
        await response.cancel()
        throw new SourceError('not-a-registry')
      }
      isFirst = false
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}
