import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import type { NewImportRecord } from './import-record.ts'

export async function insertImportRecord(db: TenantClient, record: NewImportRecord): Promise<void> {
  const { profileUid, userUid, userEmail, fileName, fileBytes, decisions, created, warnings } = record
  await db.$executeRaw`
    INSERT INTO import_records (uid, tenant_uid, profile_uid, user_uid, user_email, file_name, file_bytes, decisions,
      created, warnings)
    VALUES (${newUid()}, ${db.$tenantUid}, ${profileUid}, ${userUid}, ${userEmail}, ${fileName}, ${fileBytes}::int,
      ${JSON.stringify(decisions)}, ${JSON.stringify(created)}, ${JSON.stringify(warnings)})`
}

/** Newest first. */
export const listImportRecords = (db: TenantClient, profileUid: string) =>
  db.importRecord.findMany({ where: { profileUid }, orderBy: [{ createdAt: 'desc' }, { uid: 'desc' }] })

export type StoredImportRecord = Awaited<ReturnType<typeof listImportRecords>>[number]
