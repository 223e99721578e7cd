import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import type { NewImportRecord } from './import-record.ts'

export function createImportRecords(db: TenantClient) {
  return {
    async create(record: NewImportRecord): Promise<void> {
      const { decisions, created, warnings, ...columns } = record
      await db.importRecord.create({
        data: {
          ...columns,
          uid: newUid(),
          tenantUid: db.$tenantUid,
          decisions: JSON.stringify(decisions),
          created: JSON.stringify(created),
          warnings: JSON.stringify(warnings),
        },
      })
    },

    /** Newest first. */
    list: (profileUid: string) =>
      db.importRecord.findMany({ where: { profileUid }, orderBy: [{ createdAt: 'desc' }, { uid: 'desc' }] }),
  }
}

export type StoredImportRecord = Awaited<ReturnType<ReturnType<typeof createImportRecords>['list']>>[number]
