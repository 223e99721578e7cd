import type { SessionBody } from '@waybill/api-contract'
import { installedLimits } from '@waybill/profile-format'
import { permissionsOf } from '../../platform/access/roles.ts'
import type { SessionFacts } from './session-repository.ts'

/** The tenant's scope first when the user holds a role in it, then the projects that they may enter. */
export function presentSession({ tenant, user, bindings, projects }: SessionFacts): SessionBody {
  const rolesIn = (scopeUid: string) =>
    bindings.filter((binding) => binding.scopeUid === scopeUid).map((binding) => binding.role)
  const tenantRoles = rolesIn(tenant.uid)
  const tenantPermissions = tenantRoles.flatMap((role) => permissionsOf(role, 'tenant'))
  const inProjects = projects.map((project) => ({ project, roles: rolesIn(project.uid) }))
  const entered = inProjects.filter(({ roles }) => roles.length + tenantRoles.length > 0)
  const tenantScope = {
    kind: 'tenant' as const,
    uid: tenant.uid,
    name: tenant.name,
    roles: tenantRoles,
    permissions: sorted(tenantPermissions),
  }
  const projectScopes = entered.map(({ project, roles }) => ({
    kind: 'project' as const,
    uid: project.uid,
    name: project.name,
    roles: [...new Set([...tenantRoles, ...roles])],
    permissions: sorted([...tenantPermissions, ...roles.flatMap((role) => permissionsOf(role, 'project'))]),
  }))
  return {
    user: { uid: user.uid, email: user.email, firstName: user.firstName, lastName: user.lastName },
    tenant: { uid: tenant.uid, name: tenant.name, colour: tenant.colour, keepsPublished: tenant.keepsPublished },
    scopes: [...(tenantRoles.length > 0 ? [tenantScope] : []), ...projectScopes],
    limits: installedLimits(),
  }
}

const sorted = (permissions: readonly string[]) => [...new Set(permissions)].toSorted()
