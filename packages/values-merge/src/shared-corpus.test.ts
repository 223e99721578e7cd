import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/merges.mjs', import.meta.url))

/** The benchmark lies beside a checkout where there is one. */
it.runIf(existsSync(CORPUS))('keeps every edit of the shared corpus', async () => {
  const { run } = (await import(CORPUS)) as {
    run: (merge: typeof mergeValues, options: object) => Promise<{ total: object }>
  }
  const { total } = await run(mergeValues, { seeds: [1] })
  expect(total).toMatchObject({ missing: 0, invented: 0, unparsable: 0, missedConflicts: 0 })
})
