/** What can be allowed of every resource. */
export type Verb = 'create' | 'delete' | 'get' | 'list' | 'update'

/** What permissions are about. */
export type Resource = 'clusterProfile' | 'macro' | 'packRegistry' | 'project' | 'apiKey' | 'role' | 'user' | 'team'

/** What a role can allow, in Palette's names. Which role allows what is the server's matter. */
export type Permission =
  `${Resource}.${Verb}` | 'clusterProfile.publish' | 'audit.get' | 'audit.list' | 'tag.update' | 'tenant.update'

/**
 * Who may call an operation: anybody, anybody but a page of another site, anybody signed in, or who holds a permission in the
 * request's scope.
 */
export type Access = 'public' | 'public-own-site' | 'signed-in' | { readonly permission: Permission }

/**
 * Where an operation acts whatever project the request names: in the tenant, as clients expect of users and projects, or in the
 * project whose uid is the path's `{uid}`, or in that of the header alone, where the query's project is a filter.
 */
export type FixedScope = 'tenant' | 'path-project' | 'header-project'
