import type pg from 'pg'

const LAYER_COLUMNS = `uid, tenant_uid, profile_uid, stage, position, name, layer, type, version, tag, pack_uid,
  registry_uid, registry_ref, "values", inspection, grounds_digest, is_invalid`

/**
 * Writes the rows that importing a profile wrote once more, by hand and in one transaction: the least that an import
 * costs the database.
 */
export function createRawInsertion(client: pg.Client, profileUid: string) {
  let read: { profile: Row; layers: Row[] } | undefined
  return async (run: number) => {
    read ??= await readRows(client, profileUid)
    const uid = `${profileUid.slice(0, 16)}${String(run).padStart(8, '0')}`
    await client.query('BEGIN')
    await insert(client, 'profiles', [{ ...read.profile, uid, name: `raw ${uid}` }])
    await insert(
      client,
      'layers',
      read.layers.map((layer, index) => ({ ...layer, uid: layerUid(uid, index), profile_uid: uid })),
    )
    await client.query('COMMIT')
  }
}

type Row = Record<string, unknown>

async function readRows(client: pg.Client, profileUid: string) {
  const profiles = await client.query<Row>('SELECT * FROM profiles WHERE uid = $1', [profileUid])
  const layers = await client.query<Row>(`SELECT ${LAYER_COLUMNS} FROM layers WHERE profile_uid = $1`, [profileUid])
  return { profile: profiles.rows[0] ?? {}, layers: layers.rows }
}

const layerUid = (uid: string, index: number) => `${index.toString(16).padStart(8, '0')}${uid.slice(8)}`

/** One statement for all rows: the protocol's limit is 65,535 parameters, and 1,000 layers need 17,000. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? {})
  const places = rows.map(
    (_, row) => `(${columns.map((_name, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  )
  const names = columns.map((column) => `"${column}"`).join(', ')
  const values = rows.flatMap((row) => columns.map((column) => row[column]))
  await client.query(`INSERT INTO ${table} (${names}) VALUES ${places.join(', ')}`, values)
}
