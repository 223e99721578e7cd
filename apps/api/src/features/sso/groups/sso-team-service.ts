import { keepingAnAdmin } from '../../../platform/access/roles/held-role-repository.ts'
import { type AuditEntry, recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { findTenantScope } from '../../auth/index.ts'
import { changeMemberships, findTeams, insertTeam, listMemberships } from './sso-team-repository.ts'
import type { SsoUser } from '../sign-in/sso-user-repository.ts'

interface Groups {
  /** The user's groups at the provider. */
  groups: readonly string[]
  /** Whether a team is created for a group without one. */
  syncsTeams: boolean
}

interface Change extends Groups {
  user: SsoUser
  scope: Awaited<ReturnType<typeof findTenantScope>>
  takes: boolean
}

/**
 * Adds a user to the teams named like their groups, and removes them from teams that they joined through a group that
 * they have left. Members added by people stay, and so does the tenant's last administrator.
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
  const { uid, email } = user
  const caller = { userUid: uid, email, scope }
  if (syncsTeams) await makeTeams(tx, caller, groups)
  const wanted = await findTeams(tx, groups)
  const before = await listMemberships(tx, uid)
  const joined = without(wanted, before)
  const left = takes ? without(before, wanted).filter(({ byProvider }) => byProvider) : []
  if (joined.length + left.length === 0) return
  await changeMemberships(tx, uid, { joined, left })
  await recordAudit(tx, {
    caller,
    action: 'update',
    resource: { kind: 'user', uid, name: email },
    details: { what: 'teams', via: 'single sign-on', joined: namesOf(joined), left: namesOf(left) },
  })
}

const without = <Team extends { uid: string }>(teams: readonly Team[], others: readonly { uid: string }[]): Team[] =>
  teams.filter(({ uid }) => others.every((other) => other.uid !== uid))

const namesOf = (teams: readonly { name: string }[]) => teams.map(({ name }) => name)

/** Without roles, which an administrator grants. */
async function makeTeams(tx: TenantClient, caller: AuditEntry['caller'], groups: readonly string[]): Promise<void> {
  const known = namesOf(await findTeams(tx, groups))
  const missing = [...new Set(groups)].filter((name) => !known.includes(name))
  for (const name of missing) {
    const resource = { kind: 'team', uid: await insertTeam(tx, name), name }
    await recordAudit(tx, { caller, action: 'create', resource, details: { via: 'single sign-on' } })
  }
}
