/** What other features may use of pack updates. */
export { listProfileUpdates } from './profile-updates-repository.ts'
export { fittingUpdates } from './profile-updates-service.ts'
