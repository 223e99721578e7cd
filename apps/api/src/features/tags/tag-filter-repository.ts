import { AppError } from '../../platform/errors/app-error.ts'
import type { Prisma } from '../../platform/database/prisma.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'
import type { Page } from '../../platform/lists/paging.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'

export interface TagFilterContent {
  metadata: { name: string; labels?: StringMap | null | undefined; annotations?: StringMap | null | undefined }
  filterGroup: object
}

type StoredTagFilter = TagFilterContent & { uid: string }

const columnsOf = ({ metadata, filterGroup }: TagFilterContent) => ({
  name: metadata.name,
  ...metaColumns(metadata),
  filterGroup: JSON.stringify(filterGroup),
})

/** Takes the client of a transaction, as all that write here. */
export async function createTagFilter(db: TenantClient, caller: Caller, content: TagFilterContent) {
  const { scope, userUid } = caller
  const uid = newUid()
  const place = { tenantUid: db.$tenantUid, scope: scope.kind, scopeUid: scope.uid }
  await db.tagFilter.create({ data: { uid, ...place, ...columnsOf(content), createdBy: userUid } })
  const resource = { kind: 'filter', uid, name: content.metadata.name }
  return { uid, auditUid: await recordEffect(db, { caller, action: 'create', resource }) }
}

/** @throws AppError ResourceNotFound, or Forbidden for what is seen here and lies elsewhere. */
export async function updateTagFilter(db: TenantClient, caller: Caller, { uid, ...content }: StoredTagFilter) {
  await getOwnTagFilter(db, caller, uid)
  await db.tagFilter.update({ where: { uid }, data: columnsOf(content) })
  return recordAudit(db, { caller, action: 'update', resource: { kind: 'filter', uid, name: content.metadata.name } })
}

/** @throws AppError as updateTagFilter. */
export async function deleteTagFilter(db: TenantClient, caller: Caller, uid: string) {
  const { name } = await getOwnTagFilter(db, caller, uid)
  await db.tagFilter.delete({ where: { uid } })
  return recordAudit(db, { caller, action: 'delete', resource: { kind: 'filter', uid, name } })
}

/** In a project the tenant's filters are seen; to change them takes the permission in the tenant. */
async function getOwnTagFilter(db: TenantClient, caller: Caller, uid: string) {
  const filter = await getTagFilter(db, caller, uid)
  if (filter.scopeUid === caller.scope.uid || caller.tenantPermissions.has('tag.update')) return filter
  throw new AppError('Forbidden')
}

/** @throws AppError ResourceNotFound */
export async function getTagFilter(db: TenantClient, caller: Caller, uid: string) {
  const filter = await db.tagFilter.findFirst({ where: { AND: [visibleTo(caller), { uid }] } })
  if (!filter) throw new AppError('ResourceNotFound')
  return filter
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
