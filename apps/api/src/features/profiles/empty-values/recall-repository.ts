import type { EmptyValue } from '@waybill/profile-format'
import type { Database } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { sealEmptyValues } from './empty-values-column.ts'

/** Profiles of all tenants whose empty values were never counted; only an old database has any. */
export const findUncounted = (prisma: Database) =>
  prisma.profile.findMany({ where: { emptyCount: null }, select: { uid: true, tenantUid: true } })

interface RecordedDecisions {
  masks: { layerName: string; path: string; action: string }[]
}

export async function leftEmptyByImport(db: TenantClient, profileUid: string) {
  const records = await db.importRecord.findMany({ where: { profileUid }, select: { decisions: true } })
  return records
    .flatMap(({ decisions }) => (JSON.parse(decisions) as RecordedDecisions).masks)
    .filter(({ action }) => action === 'leave-empty')
}

interface Recalled {
  uid: string
  revision: string
  values: readonly EmptyValue[]
}

/** Does nothing if the profile has changed: whoever changed it has counted its empty values. */
export async function keepRecalled(db: TenantClient, cipher: Cipher, { uid, revision, values }: Recalled) {
  const { emptyCount, emptyValues } = sealEmptyValues(cipher, { tenantUid: db.$tenantUid, uid }, values)
  await db.$executeRaw`
    UPDATE profiles SET empty_count = ${emptyCount}::int, empty_values = ${emptyValues}::bytea
    WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} AND xmin::text = ${revision}`
}
