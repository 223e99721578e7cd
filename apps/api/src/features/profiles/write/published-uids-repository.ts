import { splitIntoChunks } from '../../../platform/database/chunks.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { Cipher, CipherPlace } from '../../../platform/keys/cipher.ts'

interface NamedUids {
  name: string
  uid: string
  manifests: readonly { name: string; uid: string }[]
}

interface Publication {
  profileUid: string
  /** What was published until now. */
  before: readonly NamedUids[]
}

/**
 * Clients know layers and manifests by the uids that were published before, so one that keeps its name keeps its uid.
 * Ciphertexts are bound to their row's uid and are therefore encrypted again.
 */
export async function keepPublishedUids(db: TenantClient, cipher: Cipher, { profileUid, before }: Publication) {
  if (before.length === 0) return
  const known = new Map(before.map((layer) => [layer.name, layer]))
  const layers = await db.layer.findMany({
    where: { profileUid, stage: 'published' },
    select: { uid: true, name: true, values: true, inspection: true, manifests: { select: MANIFEST_COLUMNS } },
  })
  const movedLayers = layers.flatMap((layer) => movedTo(known.get(layer.name)?.uid, layer))
  const movedManifests = layers.flatMap(({ name, manifests }) => {
    const uids = new Map(known.get(name)?.manifests.map((manifest) => [manifest.name, manifest.uid]))
    return manifests.flatMap((manifest) => movedTo(uids.get(manifest.name), manifest))
  })
  await moveManifests(db, cipher, movedManifests)
  await moveLayers(db, cipher, movedLayers)
}

const MANIFEST_COLUMNS = { uid: true, name: true, content: true, inspection: true } as const

type Moved<T> = T & { to: string }

const movedTo = <T extends { uid: string }>(to: string | undefined, row: T): Moved<T>[] =>
  to === undefined || to === row.uid ? [] : [{ ...row, to }]

interface SealedManifest {
  uid: string
  content: Uint8Array
  inspection: Uint8Array | null
}

async function moveManifests(db: TenantClient, cipher: Cipher, manifests: readonly Moved<SealedManifest>[]) {
  const reseal = resealing(cipher, { tenantUid: db.$tenantUid, table: 'manifests' })
  for (const chunk of splitIntoChunks(manifests, ({ content }) => content.length)) {
    const rows = chunk.map((row) => ({ uid: row.uid, to: row.to, ...reseal(row, ['content', 'inspection']) }))
    await db.$executeRaw`
      UPDATE manifests SET uid = moved.to, content = decode(moved.content, 'base64'),
        inspection = decode(moved.inspection, 'base64')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS moved(uid text, "to" text, content text, inspection text)
      WHERE manifests.tenant_uid = ${db.$tenantUid} AND manifests.uid = moved.uid::bpchar`
  }
}

interface SealedLayer {
  uid: string
  values: Uint8Array | null
  inspection: Uint8Array | null
}

/** The layers' manifests follow by foreign key. */
async function moveLayers(db: TenantClient, cipher: Cipher, layers: readonly Moved<SealedLayer>[]) {
  const reseal = resealing(cipher, { tenantUid: db.$tenantUid, table: 'layers' })
  for (const chunk of splitIntoChunks(layers, ({ values }) => values?.length ?? 0)) {
    const rows = chunk.map((row) => ({ uid: row.uid, to: row.to, ...reseal(row, ['values', 'inspection']) }))
    await db.$executeRaw`
      UPDATE layers SET uid = moved.to, "values" = decode(moved.values, 'base64'),
        inspection = decode(moved.inspection, 'base64')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS moved(uid text, "to" text, "values" text, inspection text)
      WHERE layers.tenant_uid = ${db.$tenantUid} AND layers.uid = moved.uid::bpchar`
  }
}

/** A row's ciphertexts encrypted again for its new uid, in base64. */
function resealing(cipher: Cipher, place: Pick<CipherPlace, 'tenantUid' | 'table'>) {
  return <C extends string>(row: { uid: string; to: string } & Record<C, Uint8Array | null>, columns: readonly C[]) =>
    Object.fromEntries(
      columns.map((column) => {
        const bytes: Uint8Array | null = row[column]
        if (bytes === null) return [column, null]
        const text = cipher.decrypt(bytes, { ...place, row: row.uid, column })
        return [column, cipher.encrypt(text, { ...place, row: row.to, column }).toString('base64')]
      }),
    )
}
