import type { Prisma } from '../../platform/prisma.ts'
import { recordAudit } from '../../platform/audit-log.ts'
import type { Caller } from '../../platform/caller.ts'
import { metaColumns, type StringMap } from '../../platform/object-meta.ts'
import type { Page } from '../../platform/paging.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { newUid } from '../../platform/uid.ts'

export interface NewTagFilter {
  metadata: { name: string; labels?: StringMap | null | undefined; annotations?: StringMap | null | undefined }
  filterGroup: object
}

/** Takes the client of a transaction. */
export async function createTagFilter(db: TenantClient, caller: Caller, { metadata, filterGroup }: NewTagFilter) {
  const { scope, userUid } = caller
  const { name } = metadata
  const uid = newUid()
  await db.tagFilter.create({
    data: {
      uid,
      tenantUid: db.$tenantUid,
      scope: scope.kind,
      scopeUid: scope.uid,
      name,
      ...metaColumns(metadata),
      filterGroup: JSON.stringify(filterGroup),
      createdBy: userUid,
    },
  })
  return { uid, auditUid: await recordAudit(db, { caller, action: 'create', resource: { kind: 'filter', uid, name } }) }
}

/** A project's filters and the tenant's beside them, as with profiles. */
const visibleTo = ({ scope, tenantUid }: Caller): Prisma.TagFilterWhereInput => ({
  scopeUid: { in: [scope.uid, tenantUid] },
})

export async function readTagFilters(db: TenantClient, caller: Caller, { limit, offset }: Page) {
  const where = visibleTo(caller)
  const count = await db.tagFilter.count({ where })
  const items = await db.tagFilter.findMany({
    where,
    orderBy: [{ name: 'asc' }, { uid: 'asc' }],
    take: limit,
    skip: offset,
  })
  return { count, items }
}

export const listTagFilterNames = (db: TenantClient, caller: Caller) =>
  db.tagFilter.findMany({
    where: visibleTo(caller),
    select: { uid: true, name: true },
    orderBy: [{ name: 'asc' }, { uid: 'asc' }],
  })
