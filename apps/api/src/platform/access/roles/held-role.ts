import { z } from 'zod'
import { allowedBy, builtInRole, isPermission, type Permission, type Role } from './roles.ts'

/** A role that a user holds: in a project, or in the tenant if scopeUid is the tenant's uid. */
export interface HeldRole {
  scopeUid: string
  role: Role
}

/** A row of the view held_roles. */
export const heldRowSchema = z.object({
  scopeUid: z.string(),
  /** A built-in role's name, or the uid of a custom role. */
  role: z.string(),
  customName: z.string().nullable(),
  customScope: z.enum(['tenant', 'project']).nullable(),
  customPermissions: z.array(z.string()).nullable(),
})

export type HeldRow = z.infer<typeof heldRowSchema>

/** Empty for a role that does not exist any more. */
export function readHeldRole({ scopeUid, ...row }: HeldRow): HeldRole[] {
  const role = readRole(row)
  return role ? [{ scopeUid, role }] : []
}

export function readRole({ role, customName, customScope, customPermissions }: Omit<HeldRow, 'scopeUid'>) {
  if (customName === null || customScope === null) return builtInRole(role)
  const permissions = (customPermissions ?? []).filter(isPermission)
  return { uid: role, name: customName, scope: customScope, permissions, isBuiltIn: false } satisfies Role
}

/** What a user may do by all roles that they hold: in a project, their tenant roles count as well. */
export interface Rights {
  /** Whether they hold any role in this scope. */
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
