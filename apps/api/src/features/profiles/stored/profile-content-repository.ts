import type { TextInspection } from '@waybill/secret-finder'
import type { DocumentVariable } from '@waybill/profile-format'
import type { Cipher, CipherPlace } from '../../../platform/keys/cipher.ts'
import { bytesArray } from '../../../platform/database/bytes-array.ts'
import { splitIntoChunks } from '../../../platform/database/chunks.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { hasFindings, type NewLayer, type Stage, type StoredLayer } from './stored-profile.ts'

interface Placing {
  profileUid: string
  stage: Stage
  layers: readonly NewLayer[]
}

/** Writes a profile's content, encrypted. A constant number of statements, except for texts of megabytes. */
export function createContentWriter(db: TenantClient, cipher: Cipher) {
  const at = (table: CipherPlace['table'], row: string) => {
    const encryptText = (column: string, text: string | undefined) =>
      text === undefined ? null : cipher.encrypt(text, { tenantUid: db.$tenantUid, table, row, column })
    const encryptInspection = (inspection: TextInspection | undefined) =>
      encryptText('inspection', inspection && hasFindings(inspection) ? JSON.stringify(inspection) : undefined)
    return { encryptText, encryptInspection }
  }

  async function writeLayers({ profileUid, stage, layers }: Placing): Promise<void> {
    const placed = layers.map((layer, position) => ({ ...layer, uid: layer.uid || newUid(), position }))
    for (const chunk of splitIntoChunks(placed.toSorted(byPack), ({ values = '' }) => values.length)) {
      await insertLayers(db, { profileUid, stage, rows: chunk.map(layerRow) })
    }
    for (const chunk of splitIntoChunks(placed.flatMap(manifestsOf), ({ content }) => content.length)) {
      await insertManifests(db, chunk.map(manifestRow))
    }
  }

  /**
   * Only beside the texts that the inspections were made of: a layer that was written meanwhile has its own digest, or
   * that of another pack, and these inspections would then be outdated at the next read.
   */
  async function keepInspections(layers: readonly InspectedLayer[]): Promise<void> {
    const rows = layers.map(({ uid, inspection, groundsDigest }) => ({
      uid,
      inspection: at('layers', uid).encryptInspection(inspection),
      grounds_digest: groundsDigest,
    }))
    const manifests = layers.flatMap((layer) =>
      layer.manifests.map(({ uid, inspection }) => ({
        uid,
        inspection: at('manifests', uid).encryptInspection(inspection),
      })),
    )
    await updateInspections(db, { rows, manifests })
  }

  const writeVariables = (profileUid: string, variables: readonly DocumentVariable[]) =>
    insertVariables(db, profileUid, variables.map(variableRow))

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
    values: at('layers', layer.uid).encryptText('values', layer.values),
    inspection: at('layers', layer.uid).encryptInspection(layer.inspection),
    grounds_digest: layer.groundsDigest,
  })

  const manifestRow = ({ content, inspection, ...row }: PlacedManifest) => ({
    ...row,
    content: at('manifests', row.uid).encryptText('content', content),
    inspection: at('manifests', row.uid).encryptInspection(inspection),
  })

  const variableRow = (variable: DocumentVariable, position: number) => {
    const uid = newUid()
    const definition = at('variables', uid).encryptText('definition', JSON.stringify(variable))
    return { uid, position, name: variable.name, is_sensitive: variable.isSensitive, definition }
  }

  return { writeLayers, writeVariables, keepInspections }
}

/** The first layer to use a pack marks it: in a fixed order, concurrent transactions cannot deadlock. */
const byPack = (one: NewLayer, other: NewLayer) =>
  Number(one.packUid > other.packUid) - Number(one.packUid < other.packUid)

type PlacedLayer = NewLayer & { uid: string; position: number }
type PlacedManifest = ReturnType<typeof manifestsOf>[number]

const manifestsOf = ({ uid, manifests, manifestInspections, manifestUids }: PlacedLayer) =>
  manifests.map(({ name, content }, position) => ({
    uid: manifestUids?.[position] || newUid(),
    layer_uid: uid,
    position,
    name,
    content,
    inspection: manifestInspections[position],
  }))

type InspectedLayer = Pick<StoredLayer, 'uid' | 'inspection' | 'manifests'> & { groundsDigest: string }

async function updateInspections(
  db: TenantClient,
  {
    rows,
    manifests,
  }: { rows: readonly InspectionRow<{ grounds_digest: string }>[]; manifests: readonly InspectionRow[] },
): Promise<void> {
  const ofLayers = apart(rows, 'inspection')
  const ofManifests = apart(manifests, 'inspection')
  await db.$executeRaw`
    WITH kept AS (
      UPDATE layers SET inspection = made.inspection, grounds_digest = made.grounds_digest
      FROM ROWS FROM (
        json_to_recordset(${ofLayers.json}::json) AS (uid text, grounds_digest text), unnest(${ofLayers.inspection}::bytea[])
      ) AS made(uid, grounds_digest, inspection)
      WHERE layers.tenant_uid = ${db.$tenantUid} AND layers.uid = made.uid::bpchar
        AND layers.grounds_digest <> made.grounds_digest
      RETURNING layers.uid)
    UPDATE manifests SET inspection = made.inspection
    FROM ROWS FROM (
      json_to_recordset(${ofManifests.json}::json) AS (uid text), unnest(${ofManifests.inspection}::bytea[])
    ) AS made(uid, inspection), kept
    WHERE manifests.tenant_uid = ${db.$tenantUid} AND manifests.uid = made.uid::bpchar AND manifests.layer_uid = kept.uid`
}

type InspectionRow<More = object> = { uid: string; inspection: Buffer | null } & More

/**
 * Rows as one set of parameters: each encrypted column as an array of bytes, the rest as JSON. Prisma's createMany
 * takes eight times as long.
 */
function apart<Column extends string>(rows: readonly Record<Column, Buffer | null>[], ...encrypted: readonly Column[]) {
  const isPlain = ([name]: [string, unknown]) => !encrypted.some((column) => column === name)
  const arrays = encrypted.map((column) => [column, bytesArray(rows.map((row) => row[column]))] as const)
  return {
    json: JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).filter(isPlain)))),
    ...(Object.fromEntries(arrays) as Record<Column, Buffer>),
  }
}

type Encrypted<Column extends string> = { uid: string } & Record<Column, Buffer | null>

async function insertLayers(
  db: TenantClient,
  {
    profileUid,
    stage,
    rows,
  }: { profileUid: string; stage: Stage; rows: readonly Encrypted<'values' | 'inspection'>[] },
) {
  if (rows.length === 0) return
  const { json, values, inspection } = apart(rows, 'values', 'inspection')
  await db.$executeRaw`
    INSERT INTO layers (uid, tenant_uid, profile_uid, stage, position, name, layer, type, version, tag, pack_uid,
      registry_uid, registry_ref, grounds_digest, values, inspection)
    SELECT uid, ${db.$tenantUid}, ${profileUid}, ${stage}, position, name, layer, type,
      version, tag, pack_uid, registry_uid, registry_ref, grounds_digest, "values", inspection
    FROM ROWS FROM (
      json_to_recordset(${json}::json) AS (uid text, position int, name text, layer text, type text,
        version text, tag text, pack_uid text, registry_uid text, registry_ref text, grounds_digest text),
      unnest(${values}::bytea[]), unnest(${inspection}::bytea[])
    ) AS row(uid, position, name, layer, type, version, tag, pack_uid, registry_uid, registry_ref, grounds_digest, "values",
      inspection)`
}

async function insertManifests(db: TenantClient, rows: readonly Encrypted<'content' | 'inspection'>[]) {
  if (rows.length === 0) return
  const { json, content, inspection } = apart(rows, 'content', 'inspection')
  await db.$executeRaw`
    INSERT INTO manifests (uid, tenant_uid, layer_uid, position, name, content, inspection)
    SELECT uid, ${db.$tenantUid}, layer_uid, position, name, content, inspection
    FROM ROWS FROM (
      json_to_recordset(${json}::json) AS (uid text, layer_uid text, position int, name text),
      unnest(${content}::bytea[]), unnest(${inspection}::bytea[])
    ) AS row(uid, layer_uid, position, name, content, inspection)`
}

async function insertVariables(db: TenantClient, profileUid: string, rows: readonly Encrypted<'definition'>[]) {
  if (rows.length === 0) return
  const { json, definition } = apart(rows, 'definition')
  await db.$executeRaw`
    INSERT INTO variables (uid, tenant_uid, profile_uid, position, name, is_sensitive, definition)
    SELECT uid, ${db.$tenantUid}, ${profileUid}, position, name, is_sensitive, definition
    FROM ROWS FROM (
      json_to_recordset(${json}::json) AS (uid text, position int, name text, is_sensitive boolean),
      unnest(${definition}::bytea[])
    ) AS row(uid, position, name, is_sensitive, definition)`
}
