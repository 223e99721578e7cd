import { createReadStream } from 'node:fs'
import { type ArchiveEntry, archiveEntries } from './archive-entries.ts'
import { REPOSITORY_ARCHIVE_LIMITS } from './archive-limits.ts'
import type { RepositoryPack } from './archive-readers.ts'
import { emptyPack, gather, type GatheredPack, type HeldBytes, packFileOf, settle } from '../pack/gather-pack.ts'

/**
 * Reads a `.tar.gz` of a folder of packs from disk: every folder with a pack.json, at any depth. The file is read
 * twice. The first pass checks that it is complete and within the limits, and counts the files of each pack, so that no
 * pack is yielded before its last file has been read, in whatever order they were packed. The second pass reads them.
 * Other files (charts, logos, links) are skipped; a link or unsafe path in place of a pack's file fails only that pack.
 *
 * @throws SourceError `bad-response` if it is not a complete `.tar.gz`, `too-large` over a limit, `cancelled`.
 */
export async function* readRepositoryArchive(file: string, signal: AbortSignal): AsyncGenerator<RepositoryPack> {
  const remaining = await countFiles(entriesOf(file, signal))
  const total = remaining.size
  const gathered = new Map<string, GatheredPack>()
  const held: HeldBytes = { bytes: 0, limit: REPOSITORY_ARCHIVE_LIMITS.heldBytes }
  for await (const entry of entriesOf(file, signal)) {
    const found = packFileOf(entry)
    const left = found && remaining.get(found.folder)
    if (!found || left === undefined) continue
    const pack = gathered.get(found.folder) ?? emptyPack()
    gathered.set(found.folder, pack)
    await gather(pack, { entry, file: found.file }, held)
    remaining.set(found.folder, left - 1)
    if (left > 1) continue
    gathered.delete(found.folder)
    yield { folder: found.folder, total, ...settle(pack, held) }
  }
}

const entriesOf = (file: string, signal: AbortSignal) =>
  archiveEntries(createReadStream(file, { highWaterMark: 256 * 1024 }), REPOSITORY_ARCHIVE_LIMITS, signal)

/** The number of pack files in each folder that has a pack.json. */
async function countFiles(entries: AsyncIterable<ArchiveEntry>): Promise<Map<string, number>> {
  const files = new Map<string, number>()
  const packs = new Set<string>()
  for await (const entry of entries) {
    const found = packFileOf(entry)
    if (!found) continue
    files.set(found.folder, (files.get(found.folder) ?? 0) + 1)
    if (found.file === 'pack.json') packs.add(found.folder)
  }
  for (const folder of files.keys()) if (!packs.has(folder)) files.delete(folder)
  return files
}
