import { env } from 'node:process'

/** Of all that is edited at random, so that every run makes the same edits; `EDITS_SEED=2` makes others. */
export const SEED = Number(env['EDITS_SEED'] ?? 1)

/** How often a property is tried; `EDITS_RUNS=6000` looks further than `npm test` has time for. */
export const runs = (usual: number): number => Number(env['EDITS_RUNS'] ?? usual)
