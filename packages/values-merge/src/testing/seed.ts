import { env } from 'node:process'

/** The seed of all random edits, so that every run makes the same ones; `EDITS_SEED=2` makes others. */
export const SEED = Number(env['EDITS_SEED'] ?? 1)

/** How often a property is tried; `EDITS_RUNS=6000` searches longer than `npm test` has time for. */
export const runs = (usual: number): number => Number(env['EDITS_RUNS'] ?? usual)
