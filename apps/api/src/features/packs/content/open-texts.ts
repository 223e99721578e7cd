import type { PackContent } from '@waybill/pack-sources'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { createContentReader, type ReadLimits } from './pack-content-service.ts'
import { createContentStore } from '../read/pack-repository.ts'
import type { StoredTexts } from '../read/stored-pack.ts'

/** Reads a chart's texts out of its registry. Filled by the wiring. */
export type ReadPackContent = (db: TenantDb, pack: StoredTexts, signal: AbortSignal) => Promise<PackContent>

/** Texts of packs, in the order given, read from their registries where they are still there. */
export type OpenTexts = <Texts extends StoredTexts>(
  db: TenantDb,
  packs: readonly Texts[],
  limits: ReadLimits,
) => Promise<Texts[]>

export function createOpenTexts(readContent: ReadPackContent): OpenTexts {
  const read = createContentReader()
  return (db, packs, limits) => {
    const ports = {
      ...createContentStore(db),
      readContent: (pack: StoredTexts, signal: AbortSignal) => readContent(db, pack, signal),
    }
    return read(ports, packs, limits)
  }
}
