import { AppError } from '../../../platform/errors/app-error.ts'
import {
  checkChangedRoles,
  roleChange,
  roleChanges,
  type RoleChange,
} from '../../../platform/access/roles/grant-policy.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import { readRole, type HeldRow } from '../../../platform/access/roles/held-role.ts'
import { roleKeyOf } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { Member } from './project-members.ts'

type Row = Omit<HeldRow, 'scopeUid'> & { kind: 'user' | 'team'; uid: string }

/** Users who hold roles in a project directly, and teams that do. */
export async function listMembers(db: TenantClient, projectUid: string): Promise<{ users: Member[]; teams: Member[] }> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT held.kind, held.uid, held.role, r.name AS "customName", r.scope AS "customScope", r.permissions AS "customPermissions"
    FROM (
      SELECT 'user' AS kind, user_uid AS uid, scope_uid, role, tenant_uid FROM role_bindings
      UNION ALL SELECT 'team', team_uid, scope_uid, role, tenant_uid FROM team_roles
    ) held LEFT JOIN roles r ON r.uid = held.role::char(24) AND r.tenant_uid = held.tenant_uid
    WHERE held.tenant_uid = ${db.$tenantUid} AND held.scope_uid = ${projectUid}
    ORDER BY held.uid, coalesce(r.name, held.role)`
  const of = (wanted: Row['kind']) =>
    rows.flatMap(({ kind, uid, ...row }) => {
      const role = kind === wanted ? readRole(row) : undefined
      return role ? [{ uid, role }] : []
    })
  return { users: of('user'), teams: of('team') }
}

/** `names` are e-mails or names of teams, for the audit log. */
type Change = RoleChange & { names: string[] }

interface Given {
  caller: Caller
  projectUid: string
  members: readonly Member[]
}

/** Takes a transaction's client. @throws AppError ResourceNotFound for a user of another tenant, GrantExceedsOwn */
export async function setUsers(tx: TenantClient, { caller, projectUid, members }: Given): Promise<Change> {
  const wanted = uidsOf(members)
  const found = await tx.user.count({ where: { uid: { in: wanted } } })
  if (found < wanted.length) throw new AppError('ResourceNotFound')
  const { uids, ...change } = checkChanged(caller, members, (await listMembers(tx, projectUid)).users)
  await tx.roleBinding.deleteMany({ where: { scopeUid: projectUid } })
  await tx.roleBinding.createMany({
    data: members.map(({ uid, role }) => ({ userUid: uid, ...heldIn(tx, projectUid), role: roleKeyOf(role) })),
    skipDuplicates: true,
  })
  const people = await tx.user.findMany({ where: { uid: { in: uids } }, select: { email: true } })
  return { ...change, names: people.map(({ email }) => email) }
}

/** The same for teams. */
export async function setTeams(tx: TenantClient, { caller, projectUid, members }: Given): Promise<Change> {
  const wanted = uidsOf(members)
  const found = await tx.team.count({ where: { uid: { in: wanted } } })
  if (found < wanted.length) throw new AppError('ResourceNotFound')
  const { uids, ...change } = checkChanged(caller, members, (await listMembers(tx, projectUid)).teams)
  await tx.teamRole.deleteMany({ where: { scopeUid: projectUid } })
  await tx.teamRole.createMany({
    data: members.map(({ uid, role }) => ({ teamUid: uid, ...heldIn(tx, projectUid), role: roleKeyOf(role) })),
    skipDuplicates: true,
  })
  const teams = await tx.team.findMany({ where: { uid: { in: uids } }, select: { name: true } })
  return { ...change, names: teams.map(({ name }) => name) }
}

const uidsOf = (members: readonly Member[]) => [...new Set(members.map(({ uid }) => uid))]
const heldIn = ({ $tenantUid: tenantUid }: TenantClient, scopeUid: string) => ({ tenantUid, scopeUid })

/** @returns whose roles change, and which. @throws AppError GrantExceedsOwn */
function checkChanged(caller: Caller, members: readonly Member[], before: readonly Member[]) {
  const rolesOf = (list: readonly Member[], uid: string) =>
    list.flatMap((held) => (held.uid === uid ? [held.role] : []))
  const changes = uidsOf([...members, ...before]).map((uid) => {
    const [after, held] = [rolesOf(members, uid), rolesOf(before, uid)]
    checkChangedRoles(caller, after, held)
    return { uid, ...roleChange(held, after) }
  })
  const real = changes.filter(({ given, taken }) => given.length + taken.length > 0)
  return { uids: real.map(({ uid }) => uid), ...roleChanges(real) }
}
