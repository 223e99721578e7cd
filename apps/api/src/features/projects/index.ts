/** What other features may use of projects. */
export { setRolesInProjects } from './members/roles-in-projects.ts'
