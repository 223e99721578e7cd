/** What other features may use of teams. */
export { joinTeams } from './team-service.ts'
