import type { Caller } from '../../platform/access/caller.ts'
import { unknownPasswordHash } from '../../platform/access/credentials/password.ts'
import { endSessions } from '../../platform/access/end-sessions.ts'
import { checkMayActAs, keepingAnAdmin } from '../../platform/access/roles/held-role-repository.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { readRoles } from '../roles/index.ts'
import { joinTeams } from '../teams/index.ts'
import { setRoles } from './roles/user-role-service.ts'
import {
  changedColumns,
  deleteIdentities,
  deleteUser,
  getAccount,
  insertUser,
  updateUser,
  type UserColumns,
} from './user-account-repository.ts'

export interface NewUser extends UserColumns {
  /** Uids or names of tenant roles. */
  roles: readonly string[] | null | undefined
  teamUids: readonly string[]
}

/**
 * Creates a user whose password nobody knows. No mail is sent: an administrator creates a link with which the user sets
 * one.
 * @throws AppError UserExists, GrantExceedsOwn, InvalidRequest for an invalid role, ResourceNotFound for an unknown
 * team
 */
export async function createUser({ db, caller }: UseCase, { roles: named, teamUids, ...columns }: NewUser) {
  const passwordHash = await unknownPasswordHash()
  return db.$transaction(async (tx) => {
    const roles = await readRoles(tx, named, { scope: 'tenant', field: 'spec.roles' })
    const uid = await insertUser(tx, { ...columns, passwordHash, hasPassword: false })
    const { given } = await setRoles(tx, { caller, userUid: uid, scopeUid: tx.$tenantUid, roles })
    const teams = await joinTeams(tx, caller, { userUid: uid, teamUids })
    const resource = { kind: 'user', uid, name: columns.email }
    const auditUid = await recordEffect(tx, { caller, action: 'create', resource, details: { roles: given, teams } })
    return { uid, auditUid }
  })
}

interface Change {
  uid: string
  action?: 'update' | 'delete'
  what: string
  /** `recordEffect` if the answer must be stored under the request's idempotency key. */
  record?: typeof recordAudit
}

/** What changed, for the audit log: names and uids, never values. */
type Changed = Readonly<Record<string, readonly string[]>>

/**
 * Changes one user and writes the audit event; refuses to leave the tenant without an administrator.
 * @throws AppError ResourceNotFound, LastAdmin
 */
export async function changeUser(
  { db, caller }: UseCase,
  { uid, action = 'update', what, record = recordAudit }: Change,
  change: (tx: TenantClient) => Promise<Changed | void>,
): Promise<string> {
  return db.$transaction(async (tx) => {
    const { email } = await getAccount(tx, { uid })
    const changed = await keepingAnAdmin(tx, () => change(tx))
    const details = { what, ...changed }
    return record(tx, { caller, action, resource: { kind: 'user', uid, name: email }, details })
  })
}

interface Whom {
  caller: Caller
  uid: string
}

/** Fields by which others recognise the person. */
const NAMES: ReadonlySet<string> = new Set(['email', 'firstName', 'lastName'])

/**
 * For use in `changeUser`. Whoever receives an account's mail can take it over with a new password, and whoever has
 * another's name is mistaken for them. A new e-mail ends sessions and password link: somebody else may have received
 * the link at the old address, and used it.
 * @returns the changed fields
 * @throws AppError UserExists; GrantExceedsOwn for a new e-mail or name of a user who may do more than the caller
 */
export async function replaceAccount(tx: TenantClient, { caller, uid }: Whom, columns: UserColumns): Promise<string[]> {
  const change = changedColumns(await getAccount(tx, { uid }), columns)
  const changed = Object.keys(change)
  if (changed.some((column) => NAMES.has(column))) await checkMayActAs(tx, caller, uid)
  await updateUser(tx, uid, change)
  if (change.email !== undefined) await endSessions(tx, uid, { kept: caller.sessionUid })
  return changed
}

/** For use in `changeUser`. @throws AppError GrantExceedsOwn for a user who may do more than the caller */
export async function setActive(tx: TenantClient, { caller, uid }: Whom, disabledAt: Date | null): Promise<void> {
  await checkMayActAs(tx, caller, uid)
  await updateUser(tx, uid, { disabledAt })
  if (disabledAt) await endSessions(tx, uid)
}

/**
 * Whoever signs in next at the identity provider with the user's e-mail gets the account.
 * @throws AppError ResourceNotFound, GrantExceedsOwn for a user who may do more than the caller
 */
export const unlinkUser = (use: UseCase, uid: string): Promise<string> =>
  changeUser(use, { uid, what: 'identity' }, async (tx) => {
    await checkMayActAs(tx, use.caller, uid)
    await deleteIdentities(tx, uid)
  })

/** @throws AppError ResourceNotFound, LastAdmin, GrantExceedsOwn for a user who may do more than the caller */
export const removeUser = (use: UseCase, uid: string): Promise<string> =>
  changeUser(use, { uid, action: 'delete', what: 'account' }, async (tx) => {
    await checkMayActAs(tx, use.caller, uid)
    await deleteUser(tx, uid)
  })
