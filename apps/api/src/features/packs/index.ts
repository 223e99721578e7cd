/** What other features may use of packs. */
export type { PackMeta } from './content/pack-meta.ts'
