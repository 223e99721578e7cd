import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test was skipped, for the last lines of `npm test`. */
    skipReason?: string
  }
}

const SHARED = join(import.meta.dirname, '../../../../shared')

/** Where other people's data of a kind lie, which may not be in the repository; undefined where they do not lie beside it. */
export function sharedPath(place: string): string | undefined {
  const path = join(SHARED, place)
  return existsSync(path) ? path : undefined
}

/** Counts as skipped, with the reason, what a test cannot be held against here; the same is tested with data of our own. */
export function tellWithout(place: string): void {
  if (sharedPath(place) !== undefined) return
  // oxlint-disable-next-line vitest/expect-expect -- it only counts what cannot be tested here
  it(`is tested with the data of ../shared/${place} too`, ({ task, skip }) => {
    task.meta.skipReason = `other people's data (../shared/${place}) are not beside this checkout`
    skip(task.meta.skipReason)
  })
}
