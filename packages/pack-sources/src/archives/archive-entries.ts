import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Extract, extract } from 'tar-stream'
import { type ArchiveLimits, MAX_DEPTH, MAX_RATIO, RATIO_FREE_BYTES } from './archive-limits.ts'
import { readArchivePath } from './archive-path.ts'
import { SourceError } from '../source/source-error.ts'

type TarEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never

/** One entry of an archive, as it is offered while the archive is unpacked. */
export interface ArchiveEntry {
  /** Folders and the name. */
  segments: string[]
  /** `other`: links, devices, pipes, and whatever else is no file of its own. */
  type: 'file' | 'folder' | 'other'
  /** False when its path is absolute or leads out of the archive. */
  isSafe: boolean
  /**
   * Up to `maxBytes` and one more, so that what is too large is seen as such without being held. At most once.
   *
   * @throws SourceError as the walk does.
   */
  read: (maxBytes: number) => Promise<Uint8Array>
}

/**
 * Walks through a `.tar.gz` entry by entry; what is not read is passed over. Holds one piece of the stream at a time.
 *
 * @throws SourceError `bad-response` for what is no whole `.tar.gz`, `too-large` over a limit, `cancelled`.
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
    await fed.catch(() => {}) // what it failed with has come out of the loop
  }
}

interface Feeding {
  limits: ArchiveLimits
  signal: AbortSignal
}

/** Not by pipe: tar-stream's streams are not Node's, and what fails has to end both sides. */
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
    length += chunk.byteLength // read to its end whatever its size: what follows comes after it
  }
  return Buffer.concat(kept)
}
