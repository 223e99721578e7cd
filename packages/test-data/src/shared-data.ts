import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test was skipped; shown in the last lines of `npm test`. */
    skipReason?: string
  }
}

const SHARED = join(import.meta.dirname, '../../../../shared')

/**
 * The path of other people's data, which may not be in the repository; undefined if they are not next to the checkout.
 */
export function sharedPath(place: string): string | undefined {
  const path = join(SHARED, place)
  return existsSync(path) ? path : undefined
}

/**
 * Reports a skipped test, with the reason, when other people's data are absent; the same is tested with our own data.
 */
export function tellWithout(place: string): void {
  if (sharedPath(place) !== undefined) return
  // oxlint-disable-next-line vitest/expect-expect -- it only reports what cannot be tested here
  it(`is tested with the data of ../shared/${place} too`, ({ task, skip }) => {
    task.meta.skipReason = `other people's data (../shared/${place}) are not beside this checkout`
    skip(task.meta.skipReason)
  })
}
