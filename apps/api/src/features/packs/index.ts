/** What other features may use of packs. */
export { findPacksOfLayers, type PackOfLayer } from './read/pack-of-layer-repository.ts'
