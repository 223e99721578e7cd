import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { OpenTexts } from '../content/pack-content-service.ts'
import { listTexts } from './pack-repository.ts'
import type { StoredTexts } from './stored-pack.ts'

const MAX_VERSIONS = 100

/** A pack name in a registry. */
export interface HeldPack {
  registryUid: string
  name: string
}

/** A version of a pack, in a list of all its versions. */
export interface PackVersionRow {
  uid: string
  version: string
  versionKey: string
  layer: string
  cloudTypes: string[]
  /** The constraints of pack.json, as JSON. */
  constraints: string
}

/**
 * The versions of packs, each list newest first. Removed versions are included only if their uid is in `uids`. One
 * statement.
 */
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

/** The texts that a pack ships. */
export type PackTexts = Pick<StoredTexts, 'values' | 'schema' | 'readme'>

/** By pack uid; charts that cannot be read are left out. */
export async function findPackTexts(
  db: TenantDb,
  openTexts: OpenTexts,
  uids: readonly string[],
): Promise<ReadonlyMap<string, PackTexts>> {
  const stored = await listTexts(db, uids)
  const opened = await openTexts(db, stored, CHARTS_TO_READ)
  return new Map(
    opened.flatMap(({ uid, values, schema, readme, isContentRead }) =>
      isContentRead ? [[uid, { values, schema, readme }] as const] : [],
    ),
  )
}
