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

const scopesOfSessions = new WeakMap<SessionBody, readonly Scope[]>()

/**
 * Every scope that the user has access to, the tenant first. The same objects for the same session, since whatever
 * depends on a scope is drawn or requested again for another.
 */
export function scopesOf(session: SessionBody): readonly Scope[] {
  const scopes = scopesOfSessions.get(session) ?? session.scopes.map((scope) => scopeIn(session, scope))
  scopesOfSessions.set(session, scopes)
  return scopes
}

const scopeIn = ({ tenant }: SessionBody, scope: SessionBody['scopes'][number]): Scope => ({
  ...scope,
  tenant,
  permissions: new Set(scope.permissions),
  ...(scope.kind === 'tenant' ? TENANT_PATH : projectPath(scope.uid)),
})

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
