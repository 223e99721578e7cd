import type { PersonBody } from '@waybill/api-contract'
import { type Role, roleName } from './role.ts'

export interface Access {
  /** `The tenant and all its projects`, or a project's name. */
  where: string
  /** What the permissions are about, `clusterProfile`. */
  kind: string
  /** `get`, `create`, … */
  verbs: readonly string[]
  /** Names of the roles that allow any of it. */
  because: readonly string[]
}

export const WHOLE_TENANT = 'The tenant and all its projects'

/** What somebody may do where, and by which of their roles. What the tenant's roles allow holds in every project as well. */
export function accessOf({ tenantRoles, projects }: PersonBody, roles: readonly Role[]): readonly Access[] {
  const held = (names: readonly string[]) => roles.filter((role) => names.includes(roleName(role)))
  return [
    ...accessIn(WHOLE_TENANT, held(tenantRoles)),
    ...projects.flatMap((project) => accessIn(project.name, held(project.roles))),
  ]
}

function accessIn(where: string, roles: readonly Role[]): Access[] {
  const granted = roles.flatMap((role) =>
    role.spec.permissions.map((permission) => {
      const [kind = '', verb = ''] = permission.split('.')
      return { kind, verb, role: roleName(role) }
    }),
  )
  return [...Map.groupBy(granted, ({ kind }) => kind)].map(([kind, grants]) => ({
    where,
    kind,
    verbs: [...new Set(grants.map(({ verb }) => verb))].toSorted(byUsualOrder),
    because: [...new Set(grants.map(({ role }) => role))],
  }))
}

const USUAL_ORDER = ['list', 'get', 'create', 'update', 'publish', 'delete']

const byUsualOrder = (a: string, b: string) => USUAL_ORDER.indexOf(a) - USUAL_ORDER.indexOf(b)
