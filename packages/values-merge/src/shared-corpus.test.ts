import { sharedPath, tellWithout } from '@waybill/test-data'
import { expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'

const BENCHMARK = 'corpus/merges.mjs'
const benchmark = sharedPath(BENCHMARK)

tellWithout(BENCHMARK)
it.each(benchmark === undefined ? [] : [benchmark])('keeps every edit to third-party packs', async (path) => {
  const { run } = (await import(path)) as {
    run: (merge: typeof mergeValues, options: object) => Promise<{ total: object }>
  }
  const { total } = await run(mergeValues, { seeds: [1] })
  expect(total).toMatchObject({ missing: 0, invented: 0, unparsable: 0, missedConflicts: 0 })
})
