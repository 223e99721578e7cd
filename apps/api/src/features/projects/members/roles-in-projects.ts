import { roleChanges, type RoleChange } from '../../../platform/access/roles/grant-policy.ts'
import type { Role } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { readRoles } from '../../roles/index.ts'
import { checkProjects } from '../project-repository.ts'

interface ProjectRoles {
  projectUid: string
  /** Uids or names. */
  roles?: readonly string[] | null | undefined
}

/**
 * Sets the roles of a user or team in the given projects; other projects are unchanged. Takes a transaction's client.
 * @returns what changed, for the audit log
 * @throws AppError ResourceNotFound for an unknown project, InvalidRequest for a role that cannot be held in a project
 */
export async function setRolesInProjects(
  tx: TenantClient,
  projects: readonly ProjectRoles[],
  setRoles: (projectUid: string, roles: readonly Role[]) => Promise<RoleChange>,
) {
  const projectUids = projects.map(({ projectUid }) => projectUid)
  await checkProjects(tx, projectUids)
  const changes: RoleChange[] = []
  for (const [index, { projectUid, roles }] of projects.entries()) {
    const read = await readRoles(tx, roles, { scope: 'project', field: `projects.${index}.roles` })
    changes.push(await setRoles(projectUid, read))
  }
  return { projects: projectUids, ...roleChanges(changes) }
}
