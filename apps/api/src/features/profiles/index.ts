/** What other features may use of profiles. */
export { markLayersOfPacks } from './write/profile-validity-repository.ts'
