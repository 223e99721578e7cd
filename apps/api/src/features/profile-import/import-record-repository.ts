import type { TenantClient } from '../../platform/tenant-db.ts'
import { newUid } from '../../platform/uid.ts'
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

    /** Newest first; null where there is no such profile in these scopes. */
    async list(profileUid: string, scopeUids: readonly string[] | 'all') {
      const profile = await db.profile.findFirst({
        where: { uid: profileUid, ...(scopeUids !== 'all' && { scopeUid: { in: [...scopeUids] } }) },
        select: { uid: true },
      })
      if (!profile) return null
      return db.importRecord.findMany({ where: { profileUid }, orderBy: [{ createdAt: 'desc' }, { uid: 'desc' }] })
    },
  }
}

export type StoredImportRecord = NonNullable<
  Awaited<ReturnType<ReturnType<typeof createImportRecords>['list']>>
>[number]
