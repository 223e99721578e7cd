import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { PACK_COLUMNS, TEXT_COLUMNS, type StoredTexts } from './stored-pack.ts'

const NEWEST_FIRST = [{ versionKey: 'desc' }, { uid: 'asc' }] as const

export const findPack = (db: TenantClient, uid: string) =>
  db.packVersion.findFirst({ where: { uid }, select: PACK_COLUMNS })

/**
 * The versions of a pack in a registry, newest first, including the version `uid` even if the registry no longer has
 * it.
 */
export const listVersions = (
  db: TenantClient,
  { registryUid, name, uid = '' }: { registryUid: string; name: string; uid?: string },
) =>
  db.packVersion.findMany({
    where: { registryUid, name, OR: [{ removedAt: null }, { uid }] },
    orderBy: [...NEWEST_FIRST],
    select: PACK_COLUMNS,
  })

/** In the order asked for. */
export async function listTexts(db: TenantClient, uids: readonly string[]) {
  const select = { ...TEXT_COLUMNS, constraints: true }
  const rows = await db.packVersion.findMany({ where: { uid: { in: [...uids] } }, select })
  const byUid = new Map(rows.map((row) => [row.uid, row]))
  return uids.flatMap((uid) => byUid.get(uid) ?? [])
}

/** The newest version of each name in a registry. */
export const listNewest = (db: TenantClient, registryUid: string, names: readonly string[]) =>
  db.packVersion.findMany({
    where: { registryUid, name: { in: [...names] }, isNewest: true },
    select: { uid: true, name: true, displayName: true, version: true, registryUid: true },
  })

/** Does nothing if the version was synced or fetched again meanwhile. */
export async function storeContent(
  db: TenantClient,
  { uid, sourceDigest, location }: Pick<StoredTexts, 'uid' | 'sourceDigest' | 'location'>,
  content: { values: string; readme: string; valuesDigest: string },
) {
  const where = { uid, sourceDigest, location, isContentRead: false }
  await db.packVersion.updateMany({ where, data: { ...content, isContentRead: true } })
}
