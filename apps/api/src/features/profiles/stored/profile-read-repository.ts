import type { DocumentVariable } from '@waybill/profile-format'
import { INSPECTION_VERSION, groundsDigestOf } from '../../../format-tasks/inspect/grounds-digest.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { isUid } from '../../../platform/database/uid.ts'
import { openEmptyValues } from '../empty-values/empty-values-column.ts'
import { LAST_CHANGE } from './last-change-repository.ts'
import { createLayerDecoder, readVariable, type LayerRow } from './layer-decoder.ts'
import { toHead, type HeadRow } from './profile-head-repository.ts'
import type { SecretMark, SecretRule, StoredProfile, VersionRow } from './stored-profile.ts'

/**
 * A complete profile, draft and published, decrypted. One statement, because a round trip costs more than most of what
 * it reads, and because it gives a consistent snapshot.
 */
export async function findProfile(db: TenantClient, cipher: Cipher, uid: string): Promise<StoredProfile | null> {
  const rows = isUid(uid) ? await listRows(db, uid) : []
  const head = rows[0]?.head
  if (!head) return null
  const { createdAt, modifiedAt, revision, lastModifiedBy, userMacros, versions, marks, rules } = head
  const emptyValues = head.emptyValues === null ? null : Buffer.from(head.emptyValues, 'base64')
  return {
    ...toHead({ ...head, createdAt: new Date(createdAt), modifiedAt: new Date(modifiedAt) }),
    revision,
    lastModifiedBy,
    layers: rows.filter(isLayer).map(createLayerDecoder(cipher, db.$tenantUid)),
    variables: head.variables.map((variable) => readVariable(cipher, db.$tenantUid, ofJson(variable))),
    emptyValues: openEmptyValues(cipher, { tenantUid: db.$tenantUid, uid }, emptyValues),
    userMacros,
    versions,
    marks,
    rules,
  }
}

/** A profile's variables, without reading its layers. */
export async function listVariables(db: TenantClient, cipher: Cipher, profileUid: string): Promise<DocumentVariable[]> {
  const where = { profileUid }
  const rows = await db.variable.findMany({
    where,
    orderBy: { position: 'asc' },
    select: { uid: true, definition: true },
  })
  return rows.map((row) => readVariable(cipher, db.$tenantUid, row))
}

/** As in JSON: bytes are in base64. */
interface WrittenHead extends Omit<HeadRow, 'createdAt' | 'modifiedAt'> {
  revision: string
  createdAt: string
  modifiedAt: string
  variables: { uid: string; definition: string }[]
  lastModifiedBy: string
  emptyValues: string | null
  userMacros: string[]
  versions: VersionRow[]
  marks: SecretMark[]
  rules: SecretRule[]
}

/** One row per layer, or one without a layer if the profile has none; the first row has the head. */
type Row = (LayerRow | { uid: null }) & { head: WrittenHead | null }

const isLayer = (row: Row): row is Row & LayerRow => row.uid !== null

const ofJson = ({ uid, definition }: WrittenHead['variables'][number]) => ({
  uid,
  definition: Buffer.from(definition, 'base64'),
})

const HEAD = Prisma.sql`json_build_object(
  'uid', profile.uid, 'revision', profile.xmin::text, 'scope', profile.scope, 'scopeUid', profile.scope_uid, 'name', profile.name,
  'version', profile.version, 'type', profile.type, 'cloudType', profile.cloud_type, 'description', profile.description,
  'labels', profile.labels, 'isPublished', profile.is_published, 'createdAt', profile.created_at, 'modifiedAt', profile.modified_at,
  'lastModifiedBy', coalesce((SELECT person FROM (${LAST_CHANGE}) change), ''),
  'emptyValues', encode(profile.empty_values, 'base64'),
  'variables', (SELECT coalesce(json_agg(json_build_object('uid', uid, 'definition', encode(definition, 'base64')) ORDER BY position), '[]')
    FROM variables WHERE profile_uid = profile.uid),
  'userMacros', (SELECT coalesce(json_agg(macro_name ORDER BY macro_name), '[]') FROM macro_uses WHERE profile_uid = profile.uid),
  'versions', (SELECT json_agg(json_build_object('uid', each.uid, 'version', each.version) ORDER BY each.version_key DESC)
    FROM profiles each
    WHERE each.tenant_uid = profile.tenant_uid AND each.scope_uid = profile.scope_uid AND each.name = profile.name),
  'marks', (SELECT coalesce(json_agg(json_build_object('layerName', layer_name, 'manifest', manifest, 'path', path,
      'verdict', verdict, 'digest', digest)), '[]')
    FROM secret_marks WHERE tenant_uid = profile.tenant_uid AND scope_uid = profile.scope_uid AND profile_name = profile.name),
  'rules', (SELECT coalesce(json_agg(json_build_object('packName', pack_name, 'path', path, 'verdict', verdict)), '[]')
    FROM secret_rules WHERE tenant_uid = profile.tenant_uid))`

/**
 * OFFSET 0 makes each pack be found by uid: the planner does not know rows that were added recently, and would
 * otherwise scan the tenant's packs for each layer.
 */
function listRows(db: TenantClient, profileUid: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT CASE WHEN row_number() OVER (ORDER BY layer.stage, layer.position) = 1 THEN ${HEAD} END AS head,
      layer.uid, layer.stage, layer.name, layer.layer, layer.type, layer.version, layer.tag,
      layer.pack_uid AS "packUid", layer.registry_uid AS "registryUid", layer.registry_ref AS "registryRef",
      layer.values, layer.inspection, layer.is_invalid AS "isInvalid",
      today.is_inspected AS "isInspected", coalesce(pack.digest, '') AS "packDigest",
      CASE WHEN today.is_inspected THEN '' ELSE coalesce(pack.schema, '') END AS schema,
      CASE WHEN today.is_inspected THEN '' ELSE coalesce(pack.values, '') END AS defaults,
      registry.name AS "registryName", coalesce(registry.kind, '') AS "registryKind",
      coalesce(registry.is_private, false) AS "registryIsPrivate",
      coalesce(registry.provider_type, '') AS "registryProviderType",
      coalesce(registry.is_sync_supported, false) AS "registryIsSyncSupported",
      (SELECT json_agg(json_build_object('uid', uid, 'name', name, 'content', encode(content, 'base64'),
          'inspection', encode(inspection, 'base64')) ORDER BY position)
        FROM manifests WHERE layer_uid = layer.uid) AS manifests
    FROM profiles profile
    LEFT JOIN layers layer ON layer.tenant_uid = profile.tenant_uid AND layer.profile_uid = profile.uid
    LEFT JOIN LATERAL (
      SELECT tenant_uid, schema, "values", grounds_digest, digest FROM pack_versions WHERE uid = layer.pack_uid::bpchar
      UNION ALL
      SELECT tenant_uid, schema, "values", grounds_digest, '' FROM kept_grounds WHERE pack_uid = layer.pack_uid::bpchar
      OFFSET 0
    ) pack ON pack.tenant_uid = layer.tenant_uid
    LEFT JOIN LATERAL (
      SELECT * FROM registries WHERE uid = layer.registry_uid::bpchar OFFSET 0
    ) registry ON registry.tenant_uid = layer.tenant_uid
    CROSS JOIN LATERAL (
      SELECT CASE
        -- What a pack declared that was deleted before it was kept is known from what was found with it alone.
        WHEN layer.pack_uid <> '' AND pack.tenant_uid IS NULL AND layer.grounds_digest <> ''
          THEN starts_with(layer.grounds_digest, ${INSPECTION_VERSION})
        ELSE layer.grounds_digest
          = coalesce(${INSPECTION_VERSION} || pack.grounds_digest, ${groundsDigestOf({ schema: '', defaults: '' })})
      END AS is_inspected
    ) today
    WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.uid = ${profileUid}
    ORDER BY layer.stage, layer.position`
}
