import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS } from '@waybill/profile-format'
import { failPack, PACK_FILES, type PackFileName, parsePack, type ParsedPack } from '../pack/pack-files.ts'

/** A pack or its failure, with the name of its folder. */
export type FolderPack = ParsedPack & { folder: string }

/** Reads every folder in `directory` as a pack, in the order of their names. */
export async function* readPackFolder(directory: string): AsyncGenerator<FolderPack> {
  const entries = await readdir(directory, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  for (const folder of folders.toSorted()) yield { folder, ...(await readPackOf(join(directory, folder))) }
}

/**
 * Reads one folder as a pack. A link, or anything else that is not a regular file, in place of one of its files fails
 * the pack.
 */
export async function readPackOf(folder: string): Promise<ParsedPack> {
  const files: Partial<Record<PackFileName, Uint8Array>> = {}
  let unsafe: PackFileName | undefined
  for (const file of PACK_FILES) {
    const bytes = await readBounded(join(folder, file))
    if (bytes === 'unsafe') unsafe ??= file
    else if (bytes) files[file] = bytes
  }
  return unsafe ? failPack({ fault: 'unsafe-entry', file: unsafe }, files['pack.json']) : parsePack(files)
}

/** Without O_NONBLOCK, opening a pipe would wait for a writer. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * Reads one byte more than the limit, so that a larger file is recognised without being held in memory. Does not follow
 * links.
 */
async function readBounded(path: string): Promise<Uint8Array | 'unsafe' | undefined> {
  const file = await open(path, FLAGS).catch((error: unknown) => (isAbsent(error) ? undefined : ('unsafe' as const)))
  if (file === undefined || file === 'unsafe') return file
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return 'unsafe'
    const buffer = Buffer.alloc(Math.min(stat.size, LIMITS.textBytes) + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
      length += bytesRead
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length)
    }
  } finally {
    await file.close()
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
