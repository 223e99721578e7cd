import type {
  DocumentVariable,
  LayerKind,
  PackType,
  ProfileType,
  RegistryReference,
  TextInspection,
} from '@waybill/profile-format'
import type { Cipher } from '../../platform/cipher.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { INSPECTION_VERSION } from '../../platform/schema-digest.ts'
import {
  NO_FINDINGS,
  type ProfileHead,
  type ProfileScope,
  type Stage,
  type StoredLayer,
  type StoredManifest,
  type StoredProfile,
} from './stored-profile.ts'

interface LayerRow {
  uid: string
  stage: Stage
  name: string
  layer: LayerKind
  type: PackType
  version: string
  tag: string | null
  packUid: string
  registryUid: string
  registryRef: string
  values: Uint8Array | null
  inspection: Uint8Array | null
  isInspected: boolean
  isInvalid: boolean
  schema: string
  presets: string
  packDigest: string
  registryName: string | null
  registryKind: string
  registryIsPrivate: boolean
  registryProviderType: string
  registryIsSyncSupported: boolean
}

interface ManifestRow {
  uid: string
  layerUid: string
  name: string
  content: Uint8Array
  inspection: Uint8Array | null
}

/** Reads profiles with all they hold, decrypted; a constant number of statements. */
export function createProfileReader(db: TenantClient, cipher: Cipher) {
  const readInspection = (bytes: Uint8Array | null): TextInspection =>
    // Written by this application alone, sealed by the cipher's tag.
    bytes ? (JSON.parse(cipher.decrypt(bytes)) as TextInspection) : NO_FINDINGS

  const toManifest = (row: ManifestRow): StoredManifest => ({
    uid: row.uid,
    name: row.name,
    content: cipher.decrypt(row.content),
    inspection: readInspection(row.inspection),
  })

  const toLayer = (row: LayerRow, manifests: readonly ManifestRow[]): StoredLayer => ({
    uid: row.uid,
    stage: row.stage,
    name: row.name,
    layer: row.layer,
    type: row.type,
    version: row.version,
    ...(row.tag !== null && { tag: row.tag }),
    ...(row.values !== null && { values: cipher.decrypt(row.values) }),
    packUid: row.packUid,
    registryUid: row.registryUid,
    registry: registryOf(row),
    schema: row.schema,
    presets: row.presets,
    packDigest: row.packDigest,
    isInvalid: row.isInvalid,
    inspection: readInspection(row.inspection),
    isInspected: row.isInspected,
    manifests: manifests.map(toManifest),
  })

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
      variables: variables.map(({ definition }) => JSON.parse(cipher.decrypt(definition)) as DocumentVariable),
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

  return { findProfile, findHead, listVersions }
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

function listLayers(db: TenantClient, profileUid: string, stages: readonly Stage[]): Promise<LayerRow[]> {
  return db.$queryRaw<LayerRow[]>`
    SELECT layer.uid, layer.stage, layer.name, layer.layer, layer.type, layer.version, layer.tag,
      layer.pack_uid AS "packUid", layer.registry_uid AS "registryUid", layer.registry_ref AS "registryRef",
      layer.values, layer.inspection, layer.is_invalid AS "isInvalid",
      layer.schema_digest = ${INSPECTION_VERSION} || encode(sha256(convert_to(coalesce(pack.schema, ''), 'UTF8')), 'hex')
        AS "isInspected",
      coalesce(pack.schema, '') AS schema, coalesce(pack.presets, '') AS presets, coalesce(pack.digest, '') AS "packDigest",
      registry.name AS "registryName", coalesce(registry.kind, '') AS "registryKind",
      coalesce(registry.is_private, false) AS "registryIsPrivate",
      coalesce(registry.provider_type, '') AS "registryProviderType",
      coalesce(registry.is_sync_supported, false) AS "registryIsSyncSupported"
    FROM layers layer
    LEFT JOIN pack_versions pack ON pack.uid = layer.pack_uid AND pack.tenant_uid = layer.tenant_uid
    LEFT JOIN registries registry ON registry.uid = layer.registry_uid AND registry.tenant_uid = layer.tenant_uid
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

/** A layer whose registry is gone says what its file said, else nothing but the uid. */
function registryOf(row: LayerRow): RegistryReference {
  if (row.registryName === null) {
    if (row.registryRef !== '') return JSON.parse(row.registryRef) as RegistryReference
    return row.registryUid === '' ? {} : { uid: row.registryUid }
  }
  return {
    uid: row.registryUid,
    name: row.registryName,
    kind: row.registryKind,
    isPrivate: row.registryIsPrivate,
    ...(row.registryProviderType !== '' && { providerType: row.registryProviderType }),
    isSyncSupported: row.registryIsSyncSupported,
  }
}
