import { createReadStream } from 'node:fs'
import { type ArchiveEntry, archiveEntries } from './archive-entries.ts'
import { REPOSITORY_ARCHIVE_LIMITS } from './archive-limits.ts'
import type { RepositoryPack } from './archive-readers.ts'
import { emptyPack, gather, type GatheredPack, type HeldBytes, packFileOf, settle } from '../pack/gather-pack.ts'

/**
 * Reads a `.tar.gz` of a folder of packs, from disk: every folder with a pack.json, wherever it stands. It is read twice. The
 * first time tells that it is whole and within its limits, and how many files each pack has, so that no pack goes out before
 * its last file came by, in whatever order they were packed; the second time reads them. What is no file of a pack (charts,
 * logos, links) is passed over; a link or an odd path in the place of one fails that pack alone.
 *
 * @throws SourceError `bad-response` for what is no whole `.tar.gz`, `too-large` over a limit, `cancelled`.
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

/** How many files each folder has that holds a pack.json. */
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
