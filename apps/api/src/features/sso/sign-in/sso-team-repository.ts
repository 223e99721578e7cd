import { keepingAnAdmin } from '../../../platform/access/held-role-repository.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { findTenantScope } from '../../auth/index.ts'
import type { SsoUser } from './sso-user-repository.ts'

interface Groups {
  /** Of the user, at the provider. */
  groups: readonly string[]
  /** Whether a group without a team gets one. */
  syncsTeams: boolean
}

interface Change extends Groups {
  user: SsoUser
  scope: Awaited<ReturnType<typeof findTenantScope>>
  takes: boolean
}

/**
 * Puts somebody into the teams that are called as their groups, and out of those that a group gave them and no group does any more.
 * Members whom people put into a team stay; so does the tenant's last administrator.
 */
export async function applyTeams(db: TenantDb, user: SsoUser, groups: Groups): Promise<void> {
  const scope = await findTenantScope(db)
  const apply = (takes: boolean) =>
    db.$transaction((tx) => keepingAnAdmin(tx, () => changeTeams(tx, { ...groups, user, scope, takes })))
  try {
    await apply(true)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'LastAdmin')) throw error
    await apply(false)
  }
}

async function changeTeams(tx: TenantClient, { user, scope, groups, syncsTeams, takes }: Change): Promise<void> {
  const { uid: userUid, email } = user
  const caller = { userUid, email, scope }
  if (syncsTeams) await makeTeams(tx, caller, groups)
  const wanted = await tx.team.findMany({ where: { name: { in: [...groups] } }, select: { uid: true, name: true } })
  const before = await tx.teamMember.findMany({
    where: { userUid },
    select: { teamUid: true, byProvider: true, team: { select: { name: true } } },
  })
  const joined = wanted.filter(({ uid }) => before.every(({ teamUid }) => teamUid !== uid))
  const left = before.filter(
    ({ teamUid, byProvider }) => takes && byProvider && wanted.every(({ uid }) => teamUid !== uid),
  )
  if (joined.length + left.length === 0) return
  await tx.teamMember.deleteMany({ where: { userUid, teamUid: { in: left.map(({ teamUid }) => teamUid) } } })
  await tx.teamMember.createMany({
    data: joined.map(({ uid: teamUid }) => ({ teamUid, userUid, tenantUid: tx.$tenantUid, byProvider: true })),
    skipDuplicates: true,
  })
  const details = {
    what: 'teams',
    via: 'single sign-on',
    joined: joined.map(({ name }) => name),
    left: left.map(({ team }) => team.name),
  }
  await recordAudit(tx, {
    caller,
    action: 'update',
    resource: { kind: 'user', uid: userUid, name: email },
    details,
  })
}

/** Without roles, which are for an administrator to give. */
async function makeTeams(
  tx: TenantClient,
  caller: Parameters<typeof recordAudit>[1]['caller'],
  groups: readonly string[],
): Promise<void> {
  const known = await tx.team.findMany({ where: { name: { in: [...groups] } }, select: { name: true } })
  const missing = [...new Set(groups)].filter((name) => !known.some((team) => team.name === name))
  for (const name of missing) {
    const uid = newUid()
    await tx.team.create({ data: { uid, tenantUid: tx.$tenantUid, name } })
    await recordAudit(tx, {
      caller,
      action: 'create',
      resource: { kind: 'team', uid, name },
      details: { via: 'single sign-on' },
    })
  }
}
