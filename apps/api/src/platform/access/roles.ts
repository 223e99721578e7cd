import { createHash } from 'node:crypto'
import type { Permission, Resource, Verb } from '@waybill/api-contract'

// Services take it from here: they do not know the contract.
export type { Permission }

const ALL = ['create', 'delete', 'get', 'list', 'update'] as const
const EDIT = ['get', 'list', 'update'] as const
const VIEW = ['get', 'list'] as const

const on = (resource: Resource, verbs: readonly Verb[]) => verbs.map((verb): Permission => `${resource}.${verb}`)

const profileAdmin = [...on('clusterProfile', ALL), 'clusterProfile.publish', 'tag.update'] as const
const profileEditor = [...on('clusterProfile', EDIT), 'clusterProfile.publish', 'tag.update'] as const
const audits = ['audit.get', 'audit.list'] as const
const tenantAdmin = [
  ...profileAdmin, ...on('macro', ALL), ...on('packRegistry', ALL), ...on('project', ALL), ...on('apiKey', ALL),
  ...on('role', ALL), ...on('user', ALL), ...on('team', ALL), ...audits,
] // prettier-ignore
const viewAll = (['clusterProfile', 'macro', 'packRegistry', 'project'] as const).flatMap((resource) =>
  on(resource, VIEW),
)
const appAdmin = [...on('macro', ALL), ...on('packRegistry', VIEW), ...on('project', VIEW)]
const appViewer = (['macro', 'packRegistry', 'project'] as const).flatMap((resource) => on(resource, VIEW))

interface Role {
  scope: 'tenant' | 'project'
  permissions: readonly Permission[]
}

/** Rows whose note in the contract says that the documentation is shifted stand here as the note has them. */
const ROLES: Readonly<Record<string, Role>> = {
  'Tenant Admin': { scope: 'tenant', permissions: tenantAdmin },
  'Tenant Viewer': { scope: 'tenant', permissions: [...viewAll, ...audits] },
  'Tenant Project Admin': { scope: 'tenant', permissions: [...profileAdmin, ...on('macro', ALL), ...on('packRegistry', ALL), ...on('project', ALL)] },
  'Tenant Cluster Profile Admin': { scope: 'tenant', permissions: [...profileAdmin, ...on('macro', ALL), ...on('packRegistry', VIEW)] },
  'Project Admin': { scope: 'project', permissions: [...profileAdmin, ...on('macro', ALL), ...on('packRegistry', VIEW), ...on('project', EDIT), ...audits] },
  'Project Editor': { scope: 'project', permissions: [...profileEditor, ...on('macro', EDIT), ...on('packRegistry', VIEW), ...on('project', EDIT)] },
  'Project Viewer': { scope: 'project', permissions: viewAll },
  'Cluster Profile Admin': { scope: 'project', permissions: [...profileAdmin, ...on('macro', ALL), ...on('packRegistry', VIEW)] },
  'Cluster Profile Editor': { scope: 'project', permissions: [...profileEditor, ...on('macro', EDIT), ...on('packRegistry', VIEW)] },
  'Cluster Profile Viewer': { scope: 'project', permissions: [...on('clusterProfile', VIEW), ...on('macro', VIEW), ...on('packRegistry', VIEW)] },
  'Cluster Admin': { scope: 'project', permissions: [...on('clusterProfile', VIEW), ...on('macro', ALL), ...on('packRegistry', VIEW)] },
  'Cluster Editor': { scope: 'project', permissions: [...on('clusterProfile', VIEW), ...on('macro', EDIT), ...on('packRegistry', VIEW)] },
  'App Deployment Admin': { scope: 'project', permissions: appAdmin },
  'App Profile Admin': { scope: 'project', permissions: appAdmin },
  'App Deployment Editor': { scope: 'project', permissions: appViewer },
  'App Profile Editor': { scope: 'project', permissions: appViewer },
  'App Deployment Viewer': { scope: 'project', permissions: appViewer },
  'App Profile Viewer': { scope: 'project', permissions: appViewer },
} // prettier-ignore

/** What a role held in a scope allows; a role that is not in the table, or not for that kind of scope, allows nothing. */
export function permissionsOf(role: string, scope: 'tenant' | 'project'): readonly Permission[] {
  if (!Object.hasOwn(ROLES, role)) return []
  const known = ROLES[role]
  if (!known || (scope === 'project' && known.scope === 'tenant')) return []
  return known.permissions
}

export interface RoleOfTable extends Role {
  uid: string
  name: string
}

/** Every role with a uid that is the same in every installation: it follows from the name alone. */
export const ALL_ROLES: readonly RoleOfTable[] = Object.entries(ROLES).map(([name, role]) => ({
  uid: createHash('sha256').update(`role ${name}`).digest('hex').slice(0, 24),
  name,
  scope: role.scope,
  permissions: [...new Set(role.permissions)],
}))

/** The role of a uid or name that can be held in a scope. Roles of a project can be held in the tenant too, for all its projects. */
export const findRole = (uidOrName: string, scope: Role['scope']): RoleOfTable | undefined =>
  ALL_ROLES.find(
    (role) => (role.uid === uidOrName || role.name === uidOrName) && (scope === 'tenant' || role.scope === 'project'),
  )

/** @returns the uid of a role that a binding names; undefined for one that is not in the table any more. */
export const roleUidOf = (name: string): string | undefined => ALL_ROLES.find((role) => role.name === name)?.uid
