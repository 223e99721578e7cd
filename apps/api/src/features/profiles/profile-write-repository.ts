import { findReferences, versionSortKey, type DocumentVariable, type TextInspection } from '@waybill/profile-format'
import type { Cipher } from '../../platform/cipher.ts'
import { inParts } from '../../platform/in-parts.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { newUid } from '../../platform/uid.ts'
import { hasFindings, type NewLayer, type NewProfile } from './stored-profile.ts'

/** A label whose value is this is a bare tag (contract §a). */
const BARE_TAG = 'spectro__tag'

type Place = { scopeUid: string; name: string }

/** Takes the client of a transaction: a profile is written whole or not at all. A constant number of statements, but for texts of megabytes. */
export function createProfileWriter(db: TenantClient, cipher: Cipher) {
  const encryptInspection = (inspection: TextInspection | undefined) =>
    inspection && hasFindings(inspection) ? base64(cipher.encrypt(JSON.stringify(inspection))) : null
  const encryptText = (text: string | undefined) => (text === undefined ? null : base64(cipher.encrypt(text)))

  async function createProfile(profile: NewProfile): Promise<void> {
    await lockVersions(db, profile)
    await insertProfile(db, profile)
    const layers = profile.layers.map((layer, position) => ({ ...layer, uid: newUid(), position }))
    for (const part of inParts(layers, ({ values = '' }) => values.length)) {
      await insertLayers(db, { profile, rows: part.map(layerRow) })
    }
    for (const part of inParts(layers.flatMap(manifestsOf), ({ content }) => content.length)) {
      await insertManifests(db, part.map(manifestRow))
    }
    await insertVariables(db, profile.uid, profile.variables.map(variableRow))
    await insertMacroUses(db, profile.uid, macroNames(profile))
    await markNewest(db, profile)
  }

  const layerRow = (layer: PlacedLayer) => ({
    uid: layer.uid,
    position: layer.position,
    name: layer.name,
    layer: layer.layer,
    type: layer.type,
    version: layer.version,
    tag: layer.tag ?? null,
    pack_uid: layer.packUid,
    registry_uid: layer.registryUid,
    registry_ref: layer.registryUid === '' ? JSON.stringify(layer.registry) : '',
    values: encryptText(layer.values),
    inspection: encryptInspection(layer.inspection),
    schema_digest: layer.schemaDigest,
  })

  const manifestRow = ({ content, inspection, ...row }: PlacedManifest) => ({
    ...row,
    content: encryptText(content),
    inspection: encryptInspection(inspection),
  })

  const variableRow = (variable: DocumentVariable, position: number) => ({
    uid: newUid(),
    position,
    name: variable.name,
    is_sensitive: variable.isSensitive,
    definition: encryptText(JSON.stringify(variable)),
  })

  async function deleteProfile(profile: Place & { uid: string }): Promise<boolean> {
    await lockVersions(db, profile)
    const { count } = await db.profile.deleteMany({ where: { uid: profile.uid } })
    await db.macroUse.deleteMany({ where: { profileUid: profile.uid } })
    await db.importRecord.deleteMany({ where: { profileUid: profile.uid } })
    await markNewest(db, profile)
    return count === 1
  }

  return { createProfile, deleteProfile }
}

type PlacedLayer = NewLayer & { uid: string; position: number }
type PlacedManifest = ReturnType<typeof manifestsOf>[number]

const manifestsOf = ({ uid, manifests, manifestInspections }: PlacedLayer) =>
  manifests.map(({ name, content }, position) => ({
    uid: newUid(),
    layer_uid: uid,
    position,
    name,
    content,
    inspection: manifestInspections[position],
  }))

const base64 = (bytes: Buffer) => bytes.toString('base64')

/** Versions of one name change one after the other, else two could both become the newest. */
async function lockVersions(db: TenantClient, { scopeUid, name }: Place) {
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', ${db.$tenantUid}::text, ${scopeUid}::text, ${name}::text), 0))`
}

async function markNewest(db: TenantClient, { scopeUid, name }: Place) {
  await db.$executeRaw`
    UPDATE profiles SET is_newest = NOT is_newest
    WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name} AND is_newest <> (uid = (
      SELECT uid FROM profiles
      WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name}
      ORDER BY version_key DESC LIMIT 1))`
}

/** Through the client and not as raw SQL, so that a name and version that is taken is told apart from every other failure. */
async function insertProfile(db: TenantClient, profile: NewProfile) {
  await db.profile.create({
    data: {
      uid: profile.uid,
      tenantUid: db.$tenantUid,
      scope: profile.scope,
      scopeUid: profile.scopeUid,
      name: profile.name,
      version: profile.version,
      versionKey: versionSortKey(profile.version),
      isNewest: false,
      type: profile.type,
      cloudType: profile.cloudType,
      description: profile.description,
      labels: JSON.stringify(Object.fromEntries(profile.labels)),
      tags: [...profile.labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`).toLowerCase()),
      isPublished: profile.isPublished,
      createdBy: profile.createdBy,
    },
    select: { uid: true },
  })
}

/** One JSON parameter: it took 70 ms for 1,000 layers where Prisma's createMany took 560. */
async function insertLayers(db: TenantClient, { profile, rows }: { profile: NewProfile; rows: readonly object[] }) {
  if (rows.length === 0) return
  await db.$executeRaw`
    INSERT INTO layers (uid, tenant_uid, profile_uid, stage, position, name, layer, type, version, tag, pack_uid,
      registry_uid, registry_ref, values, inspection, schema_digest)
    SELECT uid, ${db.$tenantUid}, ${profile.uid}, ${profile.isPublished ? 'published' : 'draft'}, position, name, layer, type,
      version, tag, pack_uid, registry_uid, registry_ref, decode("values", 'base64'), decode(inspection, 'base64'),
      schema_digest
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(uid text, position int, name text, layer text, type text,
      version text, tag text, pack_uid text, registry_uid text, registry_ref text, "values" text, inspection text,
      schema_digest text)`
}

async function insertManifests(db: TenantClient, rows: readonly object[]) {
  if (rows.length === 0) return
  await db.$executeRaw`
    INSERT INTO manifests (uid, tenant_uid, layer_uid, position, name, content, inspection)
    SELECT uid, ${db.$tenantUid}, layer_uid, position, name, decode(content, 'base64'), decode(inspection, 'base64')
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS row(uid text, layer_uid text, position int, name text, content text, inspection text)`
}

async function insertVariables(db: TenantClient, profileUid: string, rows: readonly object[]) {
  if (rows.length === 0) return
  await db.$executeRaw`
    INSERT INTO variables (uid, tenant_uid, profile_uid, position, name, is_sensitive, definition)
    SELECT uid, ${db.$tenantUid}, ${profileUid}, position, name, is_sensitive, decode(definition, 'base64')
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS row(uid text, position int, name text, is_sensitive boolean, definition text)`
}

/** Macros may stand in texts and in the defaults of variables. */
function macroNames({ layers, variables }: NewProfile): string[] {
  const inspections = layers.flatMap((layer) => [layer.inspection, ...layer.manifestInspections])
  const references = [
    ...inspections.flatMap((inspection) => inspection.references),
    ...variables.flatMap((variable) => findReferences(variable.defaultValue)),
  ]
  return [...new Set(references.filter(({ kind }) => kind === 'macro').map(({ name }) => name))]
}

async function insertMacroUses(db: TenantClient, profileUid: string, names: readonly string[]) {
  if (names.length === 0) return
  await db.$executeRaw`
    INSERT INTO macro_uses (profile_uid, tenant_uid, macro_name)
    SELECT ${profileUid}, ${db.$tenantUid}, name FROM json_array_elements_text(${JSON.stringify(names)}::json) AS name`
}
