import type { Caller } from '../../../platform/access/caller.ts'
import { checkChangedRoles, roleChange, roleChanges, type RoleChange } from '../../../platform/access/grant-policy.ts'
import type { Role } from '../../../platform/access/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { checkProjects } from '../../projects/index.ts'
import { readRoles } from '../../roles/index.ts'
import { listTeamRoles, replaceTeamRoles } from './team-role-repository.ts'

interface TenantRoles {
  caller: Caller
  teamUid: string
  /** Uids or names. */
  roles: readonly string[]
  field: string
}

/** Takes the client of a transaction that holds the team. @throws AppError InvalidRequest, GrantExceedsOwn */
export async function setTenantRoles(tx: TenantClient, { field, ...given }: TenantRoles): Promise<RoleChange> {
  const roles = await readRoles(tx, given.roles, { scope: 'tenant', field })
  return setRoles(tx, { ...given, roles, projectUid: null })
}

interface ProjectRoles {
  projectUid: string
  roles?: readonly string[] | null | undefined
}

/** The same in projects; others stay as they are. @throws AppError ResourceNotFound for a project */
export async function setProjectRoles(
  tx: TenantClient,
  { caller, teamUid, projects }: { caller: Caller; teamUid: string; projects: readonly ProjectRoles[] },
) {
  const projectUids = projects.map(({ projectUid }) => projectUid)
  await checkProjects(tx, projectUids)
  const changed: RoleChange[] = []
  for (const [index, { projectUid, roles: given }] of projects.entries()) {
    const roles = await readRoles(tx, given, { scope: 'project', field: `projects.${index}.roles` })
    changed.push(await setRoles(tx, { caller, teamUid, projectUid, roles }))
  }
  return { projects: projectUids, ...roleChanges(changed) }
}

interface Given {
  caller: Caller
  teamUid: string
  projectUid: string | null
  roles: readonly Role[]
}

async function setRoles(tx: TenantClient, { caller, teamUid, projectUid, roles }: Given): Promise<RoleChange> {
  const held = await listTeamRoles(tx, [teamUid])
  const before = held.filter((one) => one.projectUid === projectUid).map(({ role }) => role)
  checkChangedRoles(caller, roles, before)
  await replaceTeamRoles(tx, teamUid, { scopeUid: projectUid ?? tx.$tenantUid, roles })
  return roleChange(before, roles)
}
