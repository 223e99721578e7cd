/** What other features may use of packs. */
export type { OpenTexts } from './content/pack-content-service.ts'
export { findPackTexts, listPackVersions, type PackVersionRow } from './read/pack-versions-repository.ts'
export { findPacksOfLayers, type PackOfLayer } from './read/pack-of-layer-repository.ts'
