import { hash } from 'node:crypto'
import type { Permission, Resource, Verb } from '@waybill/api-contract'

export type RoleScope = 'tenant' | 'project'

export interface Role {
  uid: string
  name: string
  scope: RoleScope
  permissions: readonly Permission[]
  isBuiltIn: boolean
}

// Re-exported for services, which do not import the contract.
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
  ...on('role', ALL), ...on('user', ALL), ...on('team', ALL), 'tenant.update' as const, ...audits,
] // prettier-ignore
const viewAll = (['clusterProfile', 'macro', 'packRegistry', 'project'] as const).flatMap((resource) =>
  on(resource, VIEW),
)
const appAdmin = [...on('macro', ALL), ...on('packRegistry', VIEW), ...on('project', VIEW)]
const appViewer = (['macro', 'packRegistry', 'project'] as const).flatMap((resource) => on(resource, VIEW))

/** Every tenant keeps a user who holds it. */
export const TENANT_ADMIN = 'Tenant Admin'

interface BuiltIn {
  scope: RoleScope
  permissions: readonly Permission[]
}

/** Where the contract notes that a row of Palette's documentation is shifted, the row is corrected here. */
const TABLE: Readonly<Record<string, BuiltIn>> = {
  [TENANT_ADMIN]: { scope: 'tenant', permissions: tenantAdmin },
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

/** The built-in roles. Their uids are derived from their names, so they are the same in every installation. */
export const BUILT_IN_ROLES: readonly Role[] = Object.entries(TABLE).map(([name, { scope, permissions }]) => ({
  uid: hash('sha256', `role ${name}`, 'hex').slice(0, 24),
  name,
  scope,
  permissions: [...new Set(permissions)],
  isBuiltIn: true,
}))

const BY_NAME: ReadonlyMap<string, Role> = new Map(BUILT_IN_ROLES.map((role) => [role.name, role]))

export const builtInRole = (name: string): Role | undefined => BY_NAME.get(name)

/** How rows refer to a role: a built-in one by name, which never changes, a custom one by uid. */
export const roleKeyOf = ({ uid, name, isBuiltIn }: Role): string => (isBuiltIn ? name : uid)

/** Project roles can be held in the tenant too, for all its projects. */
export const canBeHeldIn = (scope: RoleScope, role: Pick<Role, 'scope'>) =>
  scope === 'tenant' || role.scope === 'project'

/** What a role allows where it is held: a tenant role allows nothing in a project. */
export const allowedBy = (role: Role, heldIn: RoleScope): readonly Permission[] =>
  canBeHeldIn(heldIn, role) ? role.permissions : []

/** All permissions that roles of a scope can have, in alphabetical order. */
export const permissionsIn = (scope: RoleScope): readonly Permission[] => PERMISSIONS[scope]

const ofScope = (scope: RoleScope): readonly Permission[] =>
  [
    ...new Set(BUILT_IN_ROLES.filter((role) => role.scope === scope).flatMap(({ permissions }) => permissions)),
  ].toSorted()
const PERMISSIONS = { tenant: ofScope('tenant'), project: ofScope('project') }

const KNOWN: ReadonlySet<string> = new Set([...PERMISSIONS.tenant, ...PERMISSIONS.project])

/** A row may name a permission that does not exist any more. */
export const isPermission = (text: string): text is Permission => KNOWN.has(text)
