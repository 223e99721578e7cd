import { LIMITS } from '@waybill/profile-format'
import type { ArchiveEntry } from '../archives/archive-entries.ts'
import {
  failPack,
  isPackFile,
  type PackFailure,
  type PackFileName,
  type PackFiles,
  parsePack,
  type ParsedPack,
} from './pack-files.ts'
import { SourceError } from '../source/source-error.ts'

/** The files of one folder in an archive that have been read so far. */
export interface GatheredPack {
  files: Partial<Record<PackFileName, Uint8Array>>
  failure: PackFailure | undefined
}

/** The total size of files held in memory, over all folders being gathered. */
export interface HeldBytes {
  bytes: number
  limit: number
}

/** A pack without any files yet. */
export const emptyPack = (): GatheredPack => ({ files: {}, failure: undefined })

/** The folder and name of a pack's file, whatever kind of entry it is; undefined for any other entry. */
export function packFileOf({ type, segments }: ArchiveEntry): { folder: string; file: PackFileName } | undefined {
  const file = segments.at(-1)
  if (type === 'folder' || file === undefined || !isPackFile(file)) return undefined
  return { folder: segments.slice(0, -1).join('/'), file }
}

/** @throws SourceError `too-large` when the files held in memory would exceed the limit. */
export async function gather(
  pack: GatheredPack,
  { entry, file }: { entry: ArchiveEntry; file: PackFileName },
  held: HeldBytes,
): Promise<void> {
  if (!entry.isSafe || entry.type !== 'file') {
    pack.failure ??= { fault: 'unsafe-entry', file }
  } else if (pack.files[file]) {
    pack.failure ??= { fault: 'duplicate-file', file }
  } else {
    const bytes = await entry.read(LIMITS.textBytes)
    held.bytes += bytes.byteLength
    if (held.bytes > held.limit) throw new SourceError('too-large')
    pack.files[file] = bytes
  }
}

/** Parses the gathered files, and releases them. */
export function settle({ files, failure }: GatheredPack, held: HeldBytes): ParsedPack {
  held.bytes -= sizeOf(files)
  return failure ? failPack(failure, files['pack.json']) : parsePack(files)
}

const sizeOf = (files: PackFiles) => Object.values(files).reduce((sum, bytes) => sum + bytes.byteLength, 0)
