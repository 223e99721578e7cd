import type { Caller } from '../../../platform/access/caller.ts'
import { endOtherSessions } from '../../../platform/access/end-sessions.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { deleteSessionOf, renameUser } from './own-account-repository.ts'

export async function renameSelf({ db, caller }: UseCase, name: Parameters<typeof renameUser>[2]): Promise<string> {
  return db.$transaction(async (tx) => {
    await renameUser(tx, caller.userUid, name)
    return recordOwn(tx, caller, { what: 'name' })
  })
}

/** @throws AppError ResourceNotFound if the caller has no such session */
export async function endOwnSession({ db, caller }: UseCase, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    if (!(await deleteSessionOf(tx, caller.userUid, uid))) throw new AppError('ResourceNotFound')
    return recordOwn(tx, caller, { what: 'session', count: 1 })
  })
}

export async function endOthers({ db, caller }: UseCase): Promise<string> {
  return db.$transaction(async (tx) => {
    const count = await endOtherSessions(tx, caller.userUid, caller.sessionUid)
    return recordOwn(tx, caller, { what: 'other sessions', count })
  })
}

const recordOwn = (tx: TenantClient, caller: Caller, details: Record<string, string | number>): Promise<string> =>
  recordAudit(tx, {
    caller,
    action: 'update',
    resource: { kind: 'user', uid: caller.userUid, name: caller.email },
    details,
  })
