import type { EmptyValue } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { openEmptyValues } from './empty-values-column.ts'

/** For an existing profile, without reading its texts. */
export async function findEmptyValues(
  db: TenantClient,
  cipher: Cipher,
  uid: string,
): Promise<{ revision: string; emptyValues: EmptyValue[] }> {
  const [row] = await db.$queryRaw<{ revision: string; bytes: Uint8Array | null }[]>`
    SELECT xmin::text AS revision, empty_values AS bytes FROM profiles
    WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid}`
  const place = { tenantUid: db.$tenantUid, uid }
  return { revision: row?.revision ?? '', emptyValues: openEmptyValues(cipher, place, row?.bytes ?? null) }
}
