/** What other features may use of projects. */
export { setRolesInProjects } from './roles-in-projects.ts'
