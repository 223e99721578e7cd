import type { ProfileType } from '@waybill/profile-format'
import type { Cipher } from '../../platform/cipher.ts'
import { INSPECTION_VERSION } from '../../platform/schema-digest.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { createLayerDecoder, type LayerRow, type ManifestRow } from './layer-decoder.ts'
import type { ProfileHead, ProfileScope, Stage, StoredProfile } from './stored-profile.ts'

interface PackTexts {
  schema: string
  presets: string
}

/** Reads profiles with all they hold, decrypted; a constant number of statements. */
export function createProfileReader(db: TenantClient, cipher: Cipher) {
  const { toLayer, toVariable } = createLayerDecoder(cipher)

  async function findProfile(uid: string, stages: readonly Stage[]): Promise<StoredProfile | null> {
    const head = await findHead(uid)
    if (!head) return null
    const [layers, manifests, variables, macroUses] = [
      await listLayers(db, uid, stages),
      await listManifests(db, uid, stages),
      await db.variable.findMany({
        where: { profileUid: uid },
        orderBy: { position: 'asc' },
        select: { definition: true },
      }),
      await db.macroUse.count({ where: { profileUid: uid }, take: 1 }),
    ]
    const byLayer = Map.groupBy(manifests, (manifest) => manifest.layerUid)
    return {
      ...head,
      layers: layers.map((layer) => toLayer(layer, byLayer.get(layer.uid) ?? [])),
      variables: variables.map(toVariable),
      hasUserMacros: macroUses > 0,
    }
  }

  async function findHead(uid: string): Promise<ProfileHead | null> {
    const row = await db.profile.findFirst({ where: { uid } })
    return row && toHead(row)
  }

  async function listVersions({ scopeUid, name }: { scopeUid: string; name: string }) {
    const orderBy = { versionKey: 'desc' } as const
    return db.profile.findMany({ where: { scopeUid, name }, select: { uid: true, version: true }, orderBy })
  }

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
      coalesce(registry.is_sync_supported, false) AS "registryIsSyncSupported"
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

function listManifests(db: TenantClient, profileUid: string, stages: readonly Stage[]): Promise<ManifestRow[]> {
  return db.$queryRaw<ManifestRow[]>`
    SELECT manifest.uid, manifest.layer_uid AS "layerUid", manifest.name, manifest.content, manifest.inspection
    FROM layers layer JOIN manifests manifest ON manifest.layer_uid = layer.uid
    WHERE layer.tenant_uid = ${db.$tenantUid} AND layer.profile_uid = ${profileUid} AND layer.stage = ANY(${stages})
    ORDER BY manifest.layer_uid, manifest.position`
}
