import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { ProfileScope } from '../stored/stored-profile.ts'

interface Place {
  scope: ProfileScope
  scopeUid: string
}

export interface FoundClone extends Place {
  uid: string
  name: string
  version: string
  /** Empty for a tenant profile. */
  project: string
  from: Place & { uid: string }
}

/** Clones of the given profiles, anywhere in the tenant. */
export const findClones = (db: TenantClient, uids: readonly string[]) => db.$queryRaw<FoundClone[]>`
  SELECT clone.uid, clone.name, clone.version, clone.scope, clone.scope_uid AS "scopeUid",
    coalesce(project.name, '') AS project,
    json_build_object('uid', source.uid, 'scope', source.scope, 'scopeUid', source.scope_uid) AS "from"
  FROM profiles source
  JOIN profiles clone ON clone.tenant_uid = source.tenant_uid AND clone.cloned_from_uid = source.uid
  LEFT JOIN projects project ON project.tenant_uid = clone.tenant_uid AND project.uid = clone.scope_uid
  WHERE source.tenant_uid = ${db.$tenantUid} AND source.uid = ANY(${[...uids]}::bpchar[])
  ORDER BY clone.name, clone.version_key DESC`
