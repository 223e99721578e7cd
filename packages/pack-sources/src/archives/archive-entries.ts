import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Extract, extract } from 'tar-stream'
import { type ArchiveLimits, MAX_DEPTH, MAX_RATIO, RATIO_FREE_BYTES } from './archive-limits.ts'
import { readArchivePath } from './archive-path.ts'
import { SourceError } from '../source/source-error.ts'

type TarEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never

/** One entry of an archive, available while the archive is being unpacked. */
export interface ArchiveEntry {
  /** The folders and the name. */
  segments: string[]
  /** `other`: links, devices, pipes and anything else that is not a regular file. */
  type: 'file' | 'folder' | 'other'
  /** False when its path is absolute or leads out of the archive. */
  isSafe: boolean
  /**
   * Reads up to `maxBytes` plus one, so that a larger file is recognised without being held in memory. Can be called
   * once.
   *
   * @throws SourceError as `archiveEntries` does.
   */
  read: (maxBytes: number) => Promise<Uint8Array>
}

/**
 * Iterates over the entries of a `.tar.gz`; an entry that is not read is skipped. Holds one chunk of the stream at a
 * time.
 *
 * @throws SourceError `bad-response` if it is not a complete `.tar.gz`, `too-large` over a limit, `cancelled`.
 */
export async function* archiveEntries(
  packed: Readable,
  limits: ArchiveLimits,
  signal?: AbortSignal,
): AsyncGenerator<ArchiveEntry> {
  const unpacked = extract()
  const stop = new AbortController()
  const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const fail = (cause: unknown): never => {
    if (signal?.aborted) throw new SourceError('cancelled', { cause })
    throw cause instanceof SourceError ? cause : new SourceError('bad-response', { cause })
  }
  const fed = feed(packed, unpacked, { limits, signal: signals })
  try {
    let entries = 0
    for await (const entry of unpacked) {
      if (++entries > limits.entries) throw new SourceError('too-large')
      const described = describe(entry, fail)
      if (described.segments.length > MAX_DEPTH + 1) throw new SourceError('too-large')
      yield described
      entry.resume()
    }
    await fed
  } catch (error) {
    fail(error)
  } finally {
    stop.abort()
    unpacked.destroy()
    await fed.catch(() => {}) // the loop above has already thrown its error
  }
}

interface Feeding {
  limits: ArchiveLimits
  signal: AbortSignal
}

/** Does not use pipe: tar-stream's streams are not Node's, and an error must end both sides. */
async function feed(packed: Readable, unpacked: Extract, { limits, signal }: Feeding): Promise<void> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  let bytes = 0
  const write = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      const isBomb = bytes > RATIO_FREE_BYTES && bytes > MAX_RATIO * gunzip.bytesWritten
      if (isBomb || bytes > limits.unpackedBytes) throw new SourceError('too-large')
      if (!unpacked.write(chunk)) await once(unpacked, 'drain', { signal })
    }
  }
  try {
    await pipeline(packed, gunzip, write, { signal })
    unpacked.end(null)
  } catch (error) {
    unpacked.destroy(error instanceof Error ? error : new SourceError('bad-response'))
    throw error
  }
}

function describe(entry: TarEntry, fail: (cause: unknown) => never): ArchiveEntry {
  const { header } = entry
  return {
    ...readArchivePath(header.name),
    type: typeOf(header.type),
    read: (maxBytes) => readBounded(entry, maxBytes).catch(fail),
  }
}

function typeOf(type: TarEntry['header']['type']): ArchiveEntry['type'] {
  if (type === 'file' || type === 'contiguous-file') return 'file'
  return type === 'directory' ? 'folder' : 'other'
}

async function readBounded(entry: TarEntry, maxBytes: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) continue
    if (length <= maxBytes) kept.push(chunk.subarray(0, maxBytes + 1 - length))
    length += chunk.byteLength // read to its end, whatever its size, to reach the next entry
  }
  return Buffer.concat(kept)
}
