import type { ImportFacts } from '@waybill/profile-format'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { hasAskedRegistries } from '../chart-lookup/index.ts'

export interface TargetFacts extends Pick<
  ImportFacts,
  'registries' | 'registriesMustMatch' | 'macros' | 'existing' | 'isNameOfTenant'
> {
  /** Whether there is a registry that charts are looked for in when a layer names them. */
  hasAskedRegistries: boolean
}

/**
 * What stands where a profile is to be planned, in one statement: the trip costs more than all that it fetches, and it is made
 * twice for everything that is written. A tenant whose demo is being made has no row of its own yet. Of macros the names alone: what they resolve to is nobody's business here.
 */
export async function readTarget(
  db: TenantClient,
  { scopeUid, name }: { scopeUid: string; name: string },
): Promise<TargetFacts> {
  const rows = await db.$queryRaw<TargetFacts[]>`
    SELECT coalesce((SELECT registries_must_match FROM tenants WHERE uid = ${db.$tenantUid}), false) AS "registriesMustMatch",
      (SELECT coalesce(json_agg(json_build_object('uid', uid, 'name', name, 'kind', kind, 'isPrivate', is_private,
          'providerType', provider_type, 'isSyncSupported', is_sync_supported) ORDER BY name), '[]')
        FROM registries WHERE tenant_uid = tenant.uid) AS registries,
      ${hasAskedRegistries} AS "hasAskedRegistries",
      (SELECT coalesce(json_agg(json_build_object('name', name, 'scope', scope) ORDER BY name, scope), '[]')
        FROM macros WHERE tenant_uid = tenant.uid AND (scope_uid = ${scopeUid} OR scope IN ('tenant', 'system'))) AS macros,
      (SELECT coalesce(json_agg(json_build_object('uid', uid, 'version', version) ORDER BY version_key DESC), '[]')
        FROM profiles WHERE tenant_uid = tenant.uid AND scope_uid = ${scopeUid} AND name = ${name}) AS existing,
      tenant.uid <> ${scopeUid} AND EXISTS (
        SELECT FROM profiles WHERE tenant_uid = tenant.uid AND scope_uid = tenant.uid AND name = ${name}
      ) AS "isNameOfTenant"
    FROM (SELECT ${db.$tenantUid}::bpchar AS uid) tenant`
  const [target] = rows
  if (!target) throw new Error('no row of facts')
  return target
}
