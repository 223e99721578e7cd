import type { Permission } from './roles/roles.ts'

export type CredentialKind = 'session' | 'api-key' | 'jwt'

/** Where a request acts: a project, or the tenant itself. */
export interface RequestScope {
  kind: 'tenant' | 'project'
  uid: string
  name: string
}

/** A user's identity, without permissions. */
export type KnownUser = Pick<Caller, 'userUid' | 'email' | 'tenantUid' | 'scope'>

/** Who sends a request, and what they may do in the scope that it names. */
export interface Caller {
  userUid: string
  email: string
  tenantUid: string
  tenantName: string
  scope: RequestScope
  /** In `scope`: by roles of the project and of the tenant together. */
  permissions: ReadonlySet<Permission>
  /** In the tenant, whatever `scope` is. */
  tenantPermissions: ReadonlySet<Permission>
  via: CredentialKind
  /** The session of the request's cookie or token; undefined for an API key. */
  sessionUid: string | undefined
}
