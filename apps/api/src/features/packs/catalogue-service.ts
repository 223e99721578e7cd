import type { FolderPack } from '@waybill/pack-sources'
import type { Pack, PackFault } from '@waybill/pack-sources'

export interface RegistryOfPacks {
  uid: string
  /** pack | helm | oci */
  kind: string
}

/** A pack version as stored: `type` follows the registry's kind (contract §b). */
export type CatalogueRow = Pack & { uid: string; registryUid: string; type: string }

export interface CatalogueWriterPorts {
  newUid: () => string
  /** Digest by `name\nversion` of all that the registry holds now. */
  listDigests: (registryUid: string) => Promise<ReadonlyMap<string, string>>
  /** Creates rows, or changes them where the registry has that name and version already; the uid then stays. */
  writePacks: (rows: readonly CatalogueRow[]) => Promise<void>
}

export interface CatalogueReport {
  found: number
  new: number
  changed: number
  unchanged: number
  failed: { folder: string; fault: PackFault; file: string }[]
}

/** How many rows one statement takes; a pack has 13 kB of text on average, 2 MiB at most. */
const ROWS_AT_ONCE = 200

/** Writes a registry's packs into the catalogue. One bad pack never stops the others. */
export function createCatalogueWriter(ports: CatalogueWriterPorts) {
  return async (registry: RegistryOfPacks, packs: AsyncIterable<FolderPack>): Promise<CatalogueReport> => {
    const known = await ports.listDigests(registry.uid)
    const seen = new Set<string>()
    const report: CatalogueReport = { found: 0, new: 0, changed: 0, unchanged: 0, failed: [] }
    let rows: CatalogueRow[] = []
    for await (const read of packs) {
      report.found += 1
      const pack = accept(read, { seen, report })
      if (!pack) continue
      const digest = known.get(keyOf(pack))
      if (digest === pack.digest) report.unchanged += 1
      else {
        report[digest === undefined ? 'new' : 'changed'] += 1
        rows.push({ ...pack, uid: ports.newUid(), registryUid: registry.uid, type: typeOf(registry) })
      }
      if (rows.length === ROWS_AT_ONCE) {
        await ports.writePacks(rows)
        rows = []
      }
    }
    if (rows.length > 0) await ports.writePacks(rows)
    return report
  }
}

/** The first folder of a name and version wins; a second one is said, not guessed about. */
function accept(read: FolderPack, { seen, report }: { seen: Set<string>; report: CatalogueReport }): Pack | undefined {
  if ('fault' in read) {
    report.failed.push({ folder: read.folder, fault: read.fault, file: read.file })
    return undefined
  }
  if (seen.has(keyOf(read.pack))) {
    report.failed.push({ folder: read.folder, fault: 'duplicate', file: 'pack.json' })
    return undefined
  }
  seen.add(keyOf(read.pack))
  return read.pack
}

const keyOf = (pack: { name: string; version: string }) => `${pack.name}\n${pack.version}`

const typeOf = (registry: RegistryOfPacks) => (registry.kind === 'pack' ? 'spectro' : registry.kind)
