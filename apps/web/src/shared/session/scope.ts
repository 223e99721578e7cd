import type { SessionBody } from '@waybill/api-contract'
import { projectPath, type ScopePath, TENANT_PATH } from '../navigation/paths.ts'

/** The tenant or one of its projects, with the signed-in user's permissions there. */
export interface Scope extends ScopePath {
  kind: 'tenant' | 'project'
  uid: string
  name: string
  tenant: SessionBody['tenant']
  roles: readonly string[]
  permissions: ReadonlySet<string>
}

/** Every scope that the user has access to, the tenant first. */
export function scopesOf(session: SessionBody): readonly Scope[] {
  return session.scopes.map((scope) => ({
    ...scope,
    tenant: session.tenant,
    permissions: new Set(scope.permissions),
    ...(scope.kind === 'tenant' ? TENANT_PATH : projectPath(scope.uid)),
  }))
}

/** Whether the user's roles in this scope hold a permission, e.g. `clusterProfile.create`. */
export function can(scope: Scope, permission: string): boolean {
  return scope.permissions.has(permission)
}

/** `Stage ▸ Default`, or `Stage ▸ Tenant`. */
export function scopeTitle(scope: Scope): string {
  return `${scope.tenant.name} ▸ ${scopeName(scope)}`
}

export function scopeName(scope: Scope): string {
  return scope.kind === 'tenant' ? 'Tenant' : scope.name
}

/** Why the roles in this scope do not allow something; undefined if they do. */
export function roleRefusal(scope: Scope, permission: string): string | undefined {
  return can(scope, permission) ? undefined : `Your roles here lack the permission ${permission}.`
}
