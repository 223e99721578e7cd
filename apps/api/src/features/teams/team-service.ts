import type { Caller } from '../../platform/access/caller.ts'
import { checkGrant } from '../../platform/access/roles/grant-policy.ts'
import { keepingAnAdmin } from '../../platform/access/roles/held-role-repository.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { setTenantRoles } from './roles/team-role-service.ts'
import { listTeamRoles } from './roles/team-role-repository.ts'
import {
  deleteMembers,
  deleteTeam,
  insertMembers,
  insertTeam,
  listEmails,
  listMemberUids,
  lockTeam,
  updateTeam,
  type TeamColumns,
} from './team-repository.ts'

export interface TeamDraft extends TeamColumns {
  /** Uids; undefined leaves the members as they are. */
  users?: readonly string[] | undefined
  /** Uids or names of tenant roles; undefined leaves the roles as they are. */
  roles?: readonly string[] | undefined
}

/** What changed, for the audit log: names and uids, never values. */
export type TeamChange = Readonly<Record<string, string | boolean | readonly string[]>>

/**
 * @throws AppError TeamExists, GrantExceedsOwn, InvalidRequest for an invalid role, ResourceNotFound for an unknown
 * user
 */
export async function createTeam({ db, caller }: UseCase, { users = [], roles = [], ...columns }: TeamDraft) {
  return db.$transaction(async (tx) => {
    const uid = await insertTeam(tx, columns)
    const { given } = await setTenantRoles(tx, { caller, teamUid: uid, roles, field: 'spec.roles' })
    await insertMembers(tx, uid, users)
    const resource = { kind: 'team', uid, name: columns.name }
    const details = { members: await listEmails(tx, users), roles: given }
    return { uid, auditUid: await recordEffect(tx, { caller, action: 'create', resource, details }) }
  })
}

/**
 * Changes one team and writes the audit event; refuses to leave the tenant without an administrator.
 * @throws AppError ResourceNotFound, LastAdmin
 */
export async function changeTeam(
  { db, caller }: UseCase,
  uid: string,
  change: (tx: TenantClient) => Promise<TeamChange>,
): Promise<string> {
  return db.$transaction(async (tx) => {
    const details = await keepingAnAdmin(tx, async () => {
      await lockTeam(tx, uid)
      return change(tx)
    })
    const name = await lockTeam(tx, uid)
    return recordAudit(tx, { caller, action: 'update', resource: { kind: 'team', uid, name }, details })
  })
}

/**
 * Changes a team's columns, members and roles. If groups of an identity provider are teams, a new name changes the
 * membership too.
 * @throws AppError TeamExists, GrantExceedsOwn, InvalidRequest for an invalid role, ResourceNotFound for an unknown
 * user
 */
export async function replaceTeam(
  tx: TenantClient,
  { caller, uid, draft: { users, roles, ...columns } }: { caller: Caller; uid: string; draft: TeamDraft },
): Promise<TeamChange> {
  const isRenamed = (await lockTeam(tx, uid)) !== columns.name
  if (isRenamed) await checkMembership(tx, caller, [uid])
  await updateTeam(tx, uid, columns)
  const roleChange = roles && (await setTenantRoles(tx, { caller, teamUid: uid, roles, field: 'spec.roles' }))
  const changed = isRenamed ? ['name'] : []
  return { changed, ...(users && (await setMembers(tx, { caller, uid, users }))), ...roleChange }
}

interface Members {
  caller: Caller
  uid: string
  users: readonly string[]
}

async function setMembers(tx: TenantClient, { caller, uid, users }: Members): Promise<TeamChange> {
  const before = await listMemberUids(tx, uid)
  const left = before.filter((userUid) => !users.includes(userUid))
  if (left.length > 0) await checkMembership(tx, caller, [uid])
  const leftEmails = await listEmails(tx, left)
  await deleteMembers(tx, uid, left)
  return { left: leftEmails, ...(await addMembers(tx, { caller, uid, users })) }
}

/** For use in `changeTeam`. @throws AppError GrantExceedsOwn, ResourceNotFound for an unknown user */
export async function addMembers(tx: TenantClient, { caller, uid, users }: Members): Promise<TeamChange> {
  const before = await listMemberUids(tx, uid)
  const added = users.filter((userUid) => !before.includes(userUid))
  if (added.length > 0) await checkMembership(tx, caller, [uid])
  await insertMembers(tx, uid, added)
  return { joined: await listEmails(tx, added) }
}

/** For use in `changeTeam`. @throws AppError GrantExceedsOwn, ResourceNotFound for a user who is not a member */
export async function removeMember(
  tx: TenantClient,
  { caller, uid, userUid }: Omit<Members, 'users'> & { userUid: string },
): Promise<TeamChange> {
  await checkMembership(tx, caller, [uid])
  if ((await deleteMembers(tx, uid, [userUid])) === 0) throw new AppError('ResourceNotFound')
  return { left: await listEmails(tx, [userUid]) }
}

/** Joining a team grants everything that it holds, and leaving it takes that away. */
async function checkMembership(tx: TenantClient, caller: Caller, teamUids: readonly string[]): Promise<void> {
  const roles = await listTeamRoles(tx, teamUids)
  checkGrant(
    caller,
    roles.flatMap(({ role }) => role.permissions),
  )
}

/**
 * Adds a new user to teams. Takes a transaction's client. @returns the teams' names
 * @throws AppError ResourceNotFound for an unknown team, GrantExceedsOwn
 */
export async function joinTeams(
  tx: TenantClient,
  caller: Caller,
  { userUid, teamUids }: { userUid: string; teamUids: readonly string[] },
): Promise<string[]> {
  const names: string[] = []
  for (const uid of teamUids) {
    names.push(await lockTeam(tx, uid))
    await addMembers(tx, { caller, uid, users: [userUid] })
  }
  return names
}

/** @throws AppError ResourceNotFound, GrantExceedsOwn, LastAdmin */
export async function removeTeam({ db, caller }: UseCase, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const details = await keepingAnAdmin(tx, async () => {
      const name = await lockTeam(tx, uid)
      const members = await listEmails(tx, await listMemberUids(tx, uid))
      if (members.length > 0) await checkMembership(tx, caller, [uid])
      await deleteTeam(tx, uid)
      return { name, members }
    })
    const { name, members } = details
    return recordAudit(tx, { caller, action: 'delete', resource: { kind: 'team', uid, name }, details: { members } })
  })
}
