import type { ProfileType } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { isUid } from '../../../platform/database/uid.ts'
import type { ProfileHead, ProfileScope, VersionRow } from './stored-profile.ts'

/** Text that is not a uid finds nothing. */
export async function findHead(db: TenantClient, uid: string): Promise<ProfileHead | null> {
  const row = isUid(uid) ? await db.profile.findFirst({ where: { uid } }) : null
  return row && toHead(row)
}

/** Newest first. */
export const listVersions = (db: TenantClient, { scopeUid, name }: { scopeUid: string; name: string }) => db.$queryRaw<
  VersionRow[]
>`
  SELECT uid, version FROM profiles
  WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name} ORDER BY version_key DESC`

/**
 * Locks the profile until the transaction of `db` ends; null if it does not exist.
 * @returns the current revision: it differs from the one read before if the profile was changed since
 */
export async function lockProfile(db: TenantClient, uid: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ revision: string }[]>`
    SELECT xmin::text AS revision FROM profiles WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} FOR UPDATE`
  return rows[0]?.revision ?? null
}

export type HeadRow = Record<keyof Omit<ProfileHead, 'labels' | 'isPublished' | 'createdAt' | 'modifiedAt'>, string> & {
  labels: string
  isPublished: boolean
  createdAt: Date
  modifiedAt: Date
}

/** Labels from their column. */
export const readLabels = (column: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(JSON.parse(column) as Record<string, string>))

export function toHead(row: HeadRow): ProfileHead {
  const { uid, scopeUid, name, version, cloudType, description, isPublished, createdAt, modifiedAt } = row
  return {
    uid, scopeUid, name, version, cloudType, description, isPublished, createdAt, modifiedAt,
    scope: row.scope as ProfileScope,
    type: row.type as ProfileType,
    labels: readLabels(row.labels),
  } // prettier-ignore
}
