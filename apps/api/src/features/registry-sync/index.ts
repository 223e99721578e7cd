/** How registries are read into the catalogue, for features that show the progress or request a sync. */
export { createCatalogueRepository } from './catalogue/catalogue-repository.ts'
export { requestSync } from './request/sync-request-service.ts'
export { NEWEST_RUN, NEWEST_RUN_FIRST, RUN_COLUMNS, type SyncRun } from './status/sync-run.ts'
export { presentRun } from './status/sync-run-presenter.ts'
export { nextSyncAt, presentSyncStatus } from './status/sync-status-presenter.ts'
