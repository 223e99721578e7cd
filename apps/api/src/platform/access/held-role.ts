import { z } from 'zod'
import { allowedBy, builtInRole, isPermission, type Permission, type Role } from './roles.ts'

/** A role that somebody holds: in a project, or in the tenant when scopeUid is the tenant's uid. */
export interface HeldRole {
  scopeUid: string
  role: Role
}

/** A row of the view held_roles. */
export const heldRowSchema = z.object({
  scopeUid: z.string(),
  /** Name of a built-in role, uid of one of the tenant's own. */
  role: z.string(),
  customName: z.string().nullable(),
  customScope: z.enum(['tenant', 'project']).nullable(),
  customPermissions: z.array(z.string()).nullable(),
})

export type HeldRow = z.infer<typeof heldRowSchema>

/** None for a role that is not there any more. */
export function readHeldRole({ scopeUid, ...row }: HeldRow): HeldRole[] {
  const role = readRole(row)
  return role ? [{ scopeUid, role }] : []
}

export function readRole({ role, customName, customScope, customPermissions }: Omit<HeldRow, 'scopeUid'>) {
  if (customName === null || customScope === null) return builtInRole(role)
  const permissions = (customPermissions ?? []).filter(isPermission)
  return { uid: role, name: customName, scope: customScope, permissions, isBuiltIn: false } satisfies Role
}

/** What somebody may do, by all roles that they hold: in a project those of the tenant count as well. */
export interface Rights {
  /** Whether they hold any role there. */
  isIn: boolean
  permissions: ReadonlySet<Permission>
}

export function rightsOf(held: readonly HeldRole[], tenantUid: string, projectUid?: string): Rights {
  const inTenant = held.filter(({ scopeUid }) => scopeUid === tenantUid)
  const inProject = held.filter(({ scopeUid }) => scopeUid === projectUid)
  const permissions = [
    ...inTenant.flatMap(({ role }) => allowedBy(role, 'tenant')),
    ...inProject.flatMap(({ role }) => allowedBy(role, 'project')),
  ]
  return { isIn: inTenant.length + inProject.length > 0, permissions: new Set(permissions) }
}
