import { Readable } from 'node:stream'
import { archiveEntries } from './archive-entries.ts'
import { PACK_ARCHIVE_LIMITS } from './archive-limits.ts'
import { emptyPack, gather, type GatheredPack, type HeldBytes, packFileOf, settle } from '../pack/gather-pack.ts'
import type { ParsedPack } from '../pack/pack-files.ts'
import { SourceError } from '../source/source-error.ts'

/**
 * Reads the `.tar.gz` of one pack folder: its files are at the top, or in a single folder there.
 *
 * @throws SourceError `bad-response` if it is not a complete `.tar.gz`, or contains a link, a device, a path that leads
 *   out of it, or several packs; `too-large` over a limit.
 */
export async function readPackArchive(archive: Uint8Array): Promise<ParsedPack> {
  const folders = new Map<string, GatheredPack>()
  const held: HeldBytes = { bytes: 0, limit: PACK_ARCHIVE_LIMITS.heldBytes }
  for await (const entry of archiveEntries(Readable.from([archive]), PACK_ARCHIVE_LIMITS)) {
    if (!entry.isSafe || entry.type === 'other') throw new SourceError('bad-response')
    const found = entry.segments.length <= 2 ? packFileOf(entry) : undefined
    if (!found) continue
    const pack = folders.get(found.folder) ?? emptyPack()
    folders.set(found.folder, pack)
    await gather(pack, { entry, file: found.file }, held)
  }
  return settle(onlyPack(folders), held)
}

function onlyPack(folders: ReadonlyMap<string, GatheredPack>): GatheredPack {
  const packs = [...folders].filter(([, pack]) => pack.files['pack.json'])
  const [, pack] = packs.find(([folder]) => folder === '') ?? packs[0] ?? ['', emptyPack()]
  if (packs.length > 1 && pack !== folders.get('')) throw new SourceError('bad-response')
  return pack
}
