import { personName } from '../../../platform/database/person-name.ts'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { ProfileHead } from '../stored/stored-profile.ts'

/** A version, and where it came from. */
export interface TracedVersion {
  uid: string
  version: string
  isPublished: boolean
  isInvalid: boolean
  emptyValues: number
  author: string | null
  /** The author's name, or e-mail if they have none. */
  authorName: string | null
  createdAt: Date
  modifiedAt: Date
  /** The imported file; null if the version was not imported. */
  fileName: string | null
  isClone: boolean
  /** The profile that it was cloned from, if that still exists in one of the scopes. */
  fromUid: string | null
  fromName: string | null
  fromVersion: string | null
}

/**
 * Every version of a name in its scope, newest first. Sources of clones are shown only if they are in the given scopes.
 */
export const listTracedVersions = (
  db: TenantClient,
  { scopeUid, name }: Pick<ProfileHead, 'scopeUid' | 'name'>,
  visibleScopes: readonly string[],
) => db.$queryRaw<TracedVersion[]>`
  SELECT p.uid, p.version, p.is_published AS "isPublished", p.is_invalid AS "isInvalid", coalesce(p.empty_count, 0) AS "emptyValues", p.created_at AS "createdAt",
    p.modified_at AS "modifiedAt", coalesce(u.email, made.actor_email) AS author,
    coalesce(${personName(Prisma.sql`u`)}, made.actor_email) AS "authorName", imported.file_name AS "fileName",
    p.cloned_from_uid IS NOT NULL AS "isClone", source.uid AS "fromUid", source.name AS "fromName",
    source.version AS "fromVersion"
  FROM profiles p
  LEFT JOIN users u ON u.tenant_uid = p.tenant_uid AND u.uid = p.created_by
  LEFT JOIN LATERAL (
    SELECT actor_email FROM audit_events a
    WHERE a.tenant_uid = p.tenant_uid AND a.resource_uid = p.uid AND a.action IN ('create', 'import') ORDER BY a.at LIMIT 1
  ) made ON u.uid IS NULL
  LEFT JOIN LATERAL (
    SELECT file_name FROM import_records r
    WHERE r.tenant_uid = p.tenant_uid AND r.profile_uid = p.uid ORDER BY r.created_at LIMIT 1
  ) imported ON true
  LEFT JOIN profiles source ON source.tenant_uid = p.tenant_uid AND source.uid = p.cloned_from_uid
    AND source.scope_uid = ANY(${[...visibleScopes]}::bpchar[])
  WHERE p.tenant_uid = ${db.$tenantUid} AND p.scope_uid = ${scopeUid} AND p.name = ${name}
  ORDER BY p.version_key DESC`
