import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_LIMITS } from '@waybill/profile-format'
import { PACK_FILES, type PackFiles, parsePack, type ParsedPack } from './pack-files.ts'

export type FolderPack = ParsedPack & { folder: string }

/** Reads every folder in `directory` as a pack, in the order of their names. */
export async function* readPackFolder(directory: string): AsyncGenerator<FolderPack> {
  const entries = await readdir(directory, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  for (const folder of folders.toSorted()) yield { folder, ...parsePack(await readFiles(join(directory, folder))) }
}

async function readFiles(folder: string): Promise<PackFiles> {
  const files = await Promise.all(
    PACK_FILES.map(async (file) => [file, await readBounded(join(folder, file))] as const),
  )
  return Object.fromEntries(files.filter(([, bytes]) => bytes !== undefined))
}

/** Reads one byte more than the limit, so that what is too large is seen as such without being held. Follows no link. */
async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined) // absent or a link: not there
  if (!file) return undefined
  try {
    const stat = await file.stat()
    if (!stat.isFile()) return undefined
    const buffer = Buffer.alloc(Math.min(stat.size, DEFAULT_LIMITS.textBytes) + 1)
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
