import type { SessionBody } from '@waybill/api-contract'
import { installedLimits } from '@waybill/profile-format'
import { rightsOf } from '../../platform/access/roles/held-role.ts'
import type { SessionFacts } from './session-repository.ts'

/** The tenant's scope first if the user holds a role in it, then the projects that they may enter. */
export function presentSession({ tenant, user, held, projects }: SessionFacts): SessionBody {
  const rolesIn = (...scopeUids: string[]) =>
    sorted(held.flatMap(({ scopeUid, role }) => (scopeUids.includes(scopeUid) ? [role.name] : [])))
  const inTenant = rightsOf(held, tenant.uid)
  const tenantScope = {
    kind: 'tenant' as const,
    uid: tenant.uid,
    name: tenant.name,
    roles: rolesIn(tenant.uid),
    permissions: sorted([...inTenant.permissions]),
  }
  const projectScopes = projects.flatMap(({ uid, name }) => {
    const { isIn, permissions } = rightsOf(held, tenant.uid, uid)
    if (!isIn) return []
    const roles = rolesIn(tenant.uid, uid)
    return [{ kind: 'project' as const, uid, name, roles, permissions: sorted([...permissions]) }]
  })
  return {
    user: { uid: user.uid, email: user.email, firstName: user.firstName, lastName: user.lastName },
    tenant: { uid: tenant.uid, name: tenant.name, colour: tenant.colour, keepsPublished: tenant.keepsPublished },
    scopes: [...(inTenant.isIn ? [tenantScope] : []), ...projectScopes],
    limits: installedLimits(),
  }
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted()
