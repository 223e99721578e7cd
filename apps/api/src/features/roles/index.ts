/** What other features may use of roles. */
export { readRoles } from './read-roles.ts'
export { unboundRoleRoutes } from './unbound-role-routes.ts'
