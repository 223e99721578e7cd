import type pg from 'pg'
import type { Cipher } from '../../apps/api/src/platform/keys/cipher.ts'

interface LayerRow {
  uid: string
  tenant_uid: string
  name: string
  layer: string
  type: string
  version: string
  tag: string
  values: Buffer
  inspection: Buffer | null
}

/** Reads, decrypts and serialises a profile's rows in one loop: the least that an export costs. */
export async function exportByHand(client: pg.Client, cipher: Cipher, profileUid: string): Promise<string> {
  const { rows } = await client.query<LayerRow>({
    name: 'export-by-hand',
    text: `SELECT uid, tenant_uid, name, layer, type, version, tag, "values", inspection FROM layers
      WHERE profile_uid = $1 ORDER BY position`,
    values: [profileUid],
  })
  const packs: string[] = []
  for (const { uid, tenant_uid: tenantUid, values, inspection, ...layer } of rows) {
    const at = (column: string) => ({ tenantUid, table: 'layers', row: uid, column }) as const
    if (inspection) JSON.parse(cipher.decrypt(inspection, at('inspection')))
    packs.push(JSON.stringify({ ...layer, values: cipher.decrypt(values, at('values')) }))
  }
  return `{"packs":[${packs.join(',')}]}`
}
