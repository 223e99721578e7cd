import { AppError } from '../../platform/errors/app-error.ts'
import type { Prisma } from '../../platform/database/prisma.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'
import type { Page } from '../../platform/lists/paging.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export interface TagFilterContent {
  metadata: { name: string; labels?: StringMap | null | undefined; annotations?: StringMap | null | undefined }
  filterGroup: object
}

const columnsOf = ({ metadata, filterGroup }: TagFilterContent) => ({
  name: metadata.name,
  ...metaColumns(metadata),
  filterGroup: JSON.stringify(filterGroup),
})

/** Takes a transaction's client, like all writes here. */
export async function insertTagFilter(tx: TenantClient, { scope, userUid }: Caller, content: TagFilterContent) {
  const uid = newUid()
  const place = { tenantUid: tx.$tenantUid, scope: scope.kind, scopeUid: scope.uid }
  await tx.tagFilter.create({ data: { uid, ...place, ...columnsOf(content), createdBy: userUid } })
  return uid
}

export async function writeTagFilter(tx: TenantClient, uid: string, content: TagFilterContent): Promise<void> {
  await tx.tagFilter.update({ where: { uid }, data: columnsOf(content) })
}

export async function removeTagFilter(tx: TenantClient, uid: string): Promise<void> {
  await tx.tagFilter.delete({ where: { uid } })
}

/** @throws AppError ResourceNotFound */
export async function getTagFilter(db: TenantClient, caller: Caller, uid: string) {
  const filter = await db.tagFilter.findFirst({ where: { AND: [visibleTo(caller), { uid }] } })
  if (!filter) throw new AppError('ResourceNotFound')
  return filter
}

/** A project's filters together with the tenant's, as for profiles. */
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
