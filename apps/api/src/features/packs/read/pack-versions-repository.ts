import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { OpenTexts } from '../content/pack-content-service.ts'
import { createPackRepository } from './pack-repository.ts'
import type { StoredTexts } from './stored-pack.ts'

const MAX_VERSIONS = 100

/** A pack as registries hold it. */
export interface HeldPack {
  registryUid: string
  name: string
}

/** A version of a pack beside others of it. */
export interface PackVersionRow {
  uid: string
  version: string
  versionKey: string
  layer: string
  cloudTypes: string[]
  /** JSON of pack.json's constraints. */
  constraints: string
}

/** The versions of packs, each list newest first; what is removed only where its uid is in `uids`. One statement. */
export async function listPackVersions(
  db: TenantDb,
  { packs, uids }: { packs: readonly HeldPack[]; uids: readonly string[] },
): Promise<(registryUid: string, name: string) => PackVersionRow[]> {
  const rows = await db.packVersion.findMany({
    where: {
      OR: [
        ...packs.map(({ registryUid, name }) => ({ registryUid, name, removedAt: null })),
        { uid: { in: [...uids] } },
      ],
    },
    orderBy: [{ versionKey: 'desc' }, { uid: 'asc' }],
    select: {
      uid: true,
      registryUid: true,
      name: true,
      version: true,
      versionKey: true,
      layer: true,
      cloudTypes: true,
      constraints: true,
    },
  })
  const held = Map.groupBy(rows, ({ registryUid, name }) => `${registryUid} ${name}`)
  return (registryUid, name) => (held.get(`${registryUid} ${name}`) ?? []).slice(0, MAX_VERSIONS + 1)
}

const CHARTS_TO_READ = { atMost: 2, withinMs: 10_000 }

/** What a pack ships beside its charts. */
export type PackTexts = Pick<StoredTexts, 'values' | 'schema' | 'readme'>

/** By pack uid; a chart that cannot be read is left out. */
export async function findPackTexts(
  db: TenantDb,
  openTexts: OpenTexts,
  uids: readonly string[],
): Promise<ReadonlyMap<string, PackTexts>> {
  const stored = await createPackRepository(db).listTexts(uids)
  const opened = await openTexts(db, stored, CHARTS_TO_READ)
  return new Map(
    opened.flatMap(({ uid, values, schema, readme, isContentRead }) =>
      isContentRead ? [[uid, { values, schema, readme }] as const] : [],
    ),
  )
}
