/** The verbs that can be allowed for every resource. */
export type Verb = 'create' | 'delete' | 'get' | 'list' | 'update'

/** The resources that permissions apply to. */
export type Resource = 'clusterProfile' | 'macro' | 'packRegistry' | 'project' | 'apiKey' | 'role' | 'user' | 'team'

/** The permissions that a role can contain, in Palette's names. The server defines which role contains which. */
export type Permission =
  `${Resource}.${Verb}` | 'clusterProfile.publish' | 'audit.get' | 'audit.list' | 'tag.update' | 'tenant.update'

/**
 * Who may call an operation: anybody, anybody except pages of other sites, any signed-in user, or a user who holds a
 * permission in the request's scope.
 */
export type Access = 'public' | 'public-own-site' | 'signed-in' | { readonly permission: Permission }

/**
 * The scope of an operation that does not depend on the request's project: the tenant, as clients expect for users and
 * projects; the project in the path's `{uid}`; or the project in the header only, when the query's project is a filter.
 */
export type FixedScope = 'tenant' | 'path-project' | 'header-project'
