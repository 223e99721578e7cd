import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** What the catalogue knows about a pack version, without its texts. */
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

/** By pack uid. One statement, like the others here. */
export async function listPackFacts(
  db: TenantClient,
  packUids: readonly string[],
): Promise<ReadonlyMap<string, PackFacts>> {
  const select = {
    uid: true, displayName: true, cloudTypes: true, addonType: true, addonSubType: true, group: true, eol: true,
    annotations: true,
  } as const // prettier-ignore
  const rows = await db.packVersion.findMany({ where: { uid: { in: [...new Set(packUids)] } }, select })
  return new Map(
    rows.map(({ uid, annotations, ...facts }) => [uid, { ...facts, annotations: readAnnotations(annotations) }]),
  )
}

/** The raw schema.yaml and presets.yaml of packs. */
export const listPackTexts = (db: TenantClient, packUids: readonly string[]) =>
  db.packVersion.findMany({
    where: { uid: { in: [...new Set(packUids)] } },
    select: { uid: true, schema: true, presets: true },
  })

/** A pack's default values; null if they are not known here. */
export async function findPackDefaults(db: TenantClient, packUid: string): Promise<string | null> {
  const where = { uid: packUid, isContentRead: true }
  const pack = await db.packVersion.findFirst({ where, select: { values: true } })
  return pack?.values ?? null
}

export const findRegistryFacts = (db: TenantClient, uid: string): Promise<RegistryFacts | null> =>
  db.registry.findFirst({ where: { uid }, select: { scope: true, isDefault: true } })

/** We have written this JSON ourselves, from a string map. */
const readAnnotations = (annotations: string) => JSON.parse(annotations) as Record<string, string>
