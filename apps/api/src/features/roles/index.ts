/** What other features may use of roles. */
export { readRoles } from './read-roles.ts'
