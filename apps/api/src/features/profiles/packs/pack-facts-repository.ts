import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** What the catalogue says of a pack version, without its texts. */
export interface PackFacts {
  displayName: string
  cloudTypes: string[]
  addonType: string
  addonSubType: string
  group: string
  eol: string
  annotations: Readonly<Record<string, string>>
}

export interface RegistryFacts {
  scope: string
  isDefault: boolean
}

/** What layers are shown with beside what the profile itself says; one statement each. */
export function createPackFacts(db: TenantClient) {
  return {
    async listFacts(packUids: readonly string[]): Promise<ReadonlyMap<string, PackFacts>> {
      const select = {
        uid: true, displayName: true, cloudTypes: true, addonType: true, addonSubType: true, group: true, eol: true,
        annotations: true,
      } as const // prettier-ignore
      const rows = await db.packVersion.findMany({ where: { uid: { in: [...new Set(packUids)] } }, select })
      return new Map(
        rows.map(({ uid, annotations, ...facts }) => [uid, { ...facts, annotations: readAnnotations(annotations) }]),
      )
    },
    /** The values that a pack comes with; null where they are not known here. */
    async findDefaults(packUid: string): Promise<string | null> {
      const where = { uid: packUid, isContentRead: true }
      const pack = await db.packVersion.findFirst({ where, select: { values: true } })
      return pack?.values ?? null
    },
    findRegistry: (uid: string): Promise<RegistryFacts | null> =>
      db.registry.findFirst({ where: { uid }, select: { scope: true, isDefault: true } }),
  }
}

/** Written by ourselves as the JSON of a string map. */
const readAnnotations = (annotations: string) => JSON.parse(annotations) as Record<string, string>
