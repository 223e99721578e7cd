import type { ProfileType } from '@waybill/profile-format'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { INSPECTION_VERSION } from '../../../platform/schema-digest.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { createLayerDecoder, type LayerRow } from './layer-decoder.ts'
import type { ProfileHead, ProfileScope, Stage, StoredProfile, VersionRow } from './stored-profile.ts'

interface PackTexts {
  schema: string
  presets: string
}

/** Reads profiles with all they hold, decrypted; in two statements, for each costs more than most of what it reads. */
export function createProfileReader(db: TenantClient, cipher: Cipher) {
  const { toLayer, toVariable } = createLayerDecoder(cipher)

  async function findProfile(uid: string, stages: readonly Stage[]): Promise<StoredProfile | null> {
    const row = await findRow(db, uid)
    if (!row) return null
    const layers = await listLayers(db, uid, stages)
    return {
      ...toHead(row),
      layers: layers.map(toLayer),
      variables: row.variables.map(toVariable),
      hasUserMacros: row.hasUserMacros,
      versions: row.versions,
    }
  }

  async function findHead(uid: string): Promise<ProfileHead | null> {
    const row = await db.profile.findFirst({ where: { uid } })
    return row && toHead(row)
  }

  const listVersions = ({ scopeUid, name }: { scopeUid: string; name: string }) => db.$queryRaw<VersionRow[]>`
    SELECT uid, version FROM profiles
    WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name} ORDER BY version_key DESC`

  /** Raw schema.yaml and presets.yaml by pack uid. */
  async function listPackTexts(packUids: readonly string[]): Promise<ReadonlyMap<string, PackTexts>> {
    const select = { uid: true, schema: true, presets: true }
    const rows = await db.packVersion.findMany({ where: { uid: { in: [...new Set(packUids)] } }, select })
    return new Map(rows.map(({ uid, schema, presets }) => [uid, { schema, presets }]))
  }

  return { findProfile, findHead, listVersions, listPackTexts }
}

type ProfileRow = Record<keyof Omit<ProfileHead, 'labels' | 'isPublished' | 'createdAt' | 'modifiedAt'>, string> & {
  labels: string
  isPublished: boolean
  createdAt: Date
  modifiedAt: Date
}

interface WholeRow extends ProfileRow {
  variables: Uint8Array[]
  hasUserMacros: boolean
  versions: VersionRow[]
}

async function findRow(db: TenantClient, uid: string): Promise<WholeRow | undefined> {
  const rows = await db.$queryRaw<WholeRow[]>`
    SELECT profile.uid, profile.scope, profile.scope_uid AS "scopeUid", profile.name, profile.version, profile.type,
      profile.cloud_type AS "cloudType", profile.description, profile.labels, profile.is_published AS "isPublished",
      profile.created_at AS "createdAt", profile.modified_at AS "modifiedAt",
      ARRAY(SELECT definition FROM variables WHERE profile_uid = profile.uid ORDER BY position) AS variables,
      EXISTS (SELECT FROM macro_uses WHERE profile_uid = profile.uid) AS "hasUserMacros",
      (SELECT json_agg(json_build_object('uid', each.uid, 'version', each.version) ORDER BY each.version_key DESC)
        FROM profiles each
        WHERE each.tenant_uid = profile.tenant_uid AND each.scope_uid = profile.scope_uid AND each.name = profile.name
      ) AS versions
    FROM profiles profile WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.uid = ${uid}`
  return rows[0]
}

function toHead(row: ProfileRow): ProfileHead {
  const { uid, scopeUid, name, version, cloudType, description, isPublished, createdAt, modifiedAt } = row
  return {
    uid, scopeUid, name, version, cloudType, description, isPublished, createdAt, modifiedAt,
    scope: row.scope as ProfileScope,
    type: row.type as ProfileType,
    labels: new Map(Object.entries(JSON.parse(row.labels) as Record<string, string>)),
  } // prettier-ignore
}

/** OFFSET 0 keeps each pack found by its uid: what a table has just grown by is unknown to the planner, which else walks the tenant's packs for each. */
function listLayers(db: TenantClient, profileUid: string, stages: readonly Stage[]): Promise<LayerRow[]> {
  return db.$queryRaw<LayerRow[]>`
    SELECT layer.uid, layer.stage, layer.name, layer.layer, layer.type, layer.version, layer.tag,
      layer.pack_uid AS "packUid", layer.registry_uid AS "registryUid", layer.registry_ref AS "registryRef",
      layer.values, layer.inspection, layer.is_invalid AS "isInvalid",
      layer.schema_digest = today.digest AS "isInspected", coalesce(pack.digest, '') AS "packDigest",
      CASE WHEN layer.schema_digest = today.digest THEN '' ELSE coalesce(pack.schema, '') END AS schema,
      registry.name AS "registryName", coalesce(registry.kind, '') AS "registryKind",
      coalesce(registry.is_private, false) AS "registryIsPrivate",
      coalesce(registry.provider_type, '') AS "registryProviderType",
      coalesce(registry.is_sync_supported, false) AS "registryIsSyncSupported",
      (SELECT json_agg(json_build_object('uid', uid, 'name', name, 'content', encode(content, 'base64'),
          'inspection', encode(inspection, 'base64')) ORDER BY position)
        FROM manifests WHERE layer_uid = layer.uid) AS manifests
    FROM layers layer
    LEFT JOIN LATERAL (
      SELECT tenant_uid, schema, digest FROM pack_versions WHERE uid = layer.pack_uid::bpchar OFFSET 0
    ) pack ON pack.tenant_uid = layer.tenant_uid
    LEFT JOIN LATERAL (
      SELECT * FROM registries WHERE uid = layer.registry_uid::bpchar OFFSET 0
    ) registry ON registry.tenant_uid = layer.tenant_uid
    CROSS JOIN LATERAL (
      SELECT ${INSPECTION_VERSION} || encode(sha256(convert_to(coalesce(pack.schema, ''), 'UTF8')), 'hex') AS digest
    ) today
    WHERE layer.tenant_uid = ${db.$tenantUid} AND layer.profile_uid = ${profileUid} AND layer.stage = ANY(${stages})
    ORDER BY layer.stage, layer.position`
}
