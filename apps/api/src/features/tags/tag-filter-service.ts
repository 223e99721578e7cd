import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { mayChangeFilter } from './tag-filter-policy.ts'
import {
  getTagFilter,
  insertTagFilter,
  removeTagFilter,
  type TagFilterContent,
  writeTagFilter,
} from './tag-filter-repository.ts'

export async function createTagFilter({ db, caller }: UseCase, content: TagFilterContent) {
  return db.$transaction(async (tx) => {
    const uid = await insertTagFilter(tx, caller, content)
    const resource = resourceOf({ uid, name: content.metadata.name })
    return { uid, auditUid: await recordEffect(tx, { caller, action: 'create', resource }) }
  })
}

/** @throws AppError ResourceNotFound, or Forbidden for a filter that is visible here but belongs to another scope */
export async function updateTagFilter(
  { db, caller }: UseCase,
  uid: string,
  content: TagFilterContent,
): Promise<string> {
  return db.$transaction(async (tx) => {
    await getOwnTagFilter(tx, caller, uid)
    await writeTagFilter(tx, uid, content)
    return recordAudit(tx, { caller, action: 'update', resource: resourceOf({ uid, name: content.metadata.name }) })
  })
}

/** @throws AppError like updateTagFilter */
export async function deleteTagFilter({ db, caller }: UseCase, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const filter = await getOwnTagFilter(tx, caller, uid)
    await removeTagFilter(tx, uid)
    return recordAudit(tx, { caller, action: 'delete', resource: resourceOf(filter) })
  })
}

async function getOwnTagFilter(tx: TenantClient, caller: Caller, uid: string) {
  const filter = await getTagFilter(tx, caller, uid)
  if (!mayChangeFilter(caller, filter)) throw new AppError('Forbidden')
  return filter
}

const resourceOf = ({ uid, name }: { uid: string; name: string }) => ({ kind: 'filter', uid, name })
