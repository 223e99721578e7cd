import type { Case } from './bench.ts'
import { calls } from './calls.ts'
import { growth } from './growth.ts'
import { again, exporting, importing, validating } from './layers.ts'
import { pages } from './pages.ts'
import { listing } from './lists.ts'
import { serverCases } from './server.ts'
import { sync } from './sync.ts'

/** By the names that `npm run bench -- NAME…` takes, in the order in which they run. */
export const cases: Readonly<Record<string, Case>> = {
  'export-1000': exporting(1_000, 2),
  'validate-1000': validating(1_000, 2.5),
  'import-1000': importing(1_000, 2.5),
  'again-1000': again(1_000, 0.5),
  'export-20': exporting(20, 3),
  'import-20': importing(20, 3),
  ...calls,
  ...growth,
  lists: listing,
  ...serverCases,
  pages,
  sync,
}
