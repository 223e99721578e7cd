/** What other features may use of projects. */
export { checkProjects } from './project-repository.ts'
