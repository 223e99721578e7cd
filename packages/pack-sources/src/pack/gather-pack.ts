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

/** The files of one folder of an archive, as far as they have come by. */
export interface GatheredPack {
  files: Partial<Record<PackFileName, Uint8Array>>
  failure: PackFailure | undefined
}

/** Files held at one moment, over all folders that are being gathered. */
export interface HeldBytes {
  bytes: number
  limit: number
}

/** A pack of which no file was read yet. */
export const emptyPack = (): GatheredPack => ({ files: {}, failure: undefined })

/** A file of a pack by its place, whatever kind of entry it is; undefined for everything that is not read. */
export function packFileOf({ type, segments }: ArchiveEntry): { folder: string; file: PackFileName } | undefined {
  const file = segments.at(-1)
  if (type === 'folder' || file === undefined || !isPackFile(file)) return undefined
  return { folder: segments.slice(0, -1).join('/'), file }
}

/** @throws SourceError `too-large` when more would be held than may be. */
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

/** Reads what was gathered, and lets go of it. */
export function settle({ files, failure }: GatheredPack, held: HeldBytes): ParsedPack {
  held.bytes -= sizeOf(files)
  return failure ? failPack(failure, files['pack.json']) : parsePack(files)
}

const sizeOf = (files: PackFiles) => Object.values(files).reduce((sum, bytes) => sum + bytes.byteLength, 0)
