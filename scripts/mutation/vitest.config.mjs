// The tests with one source changed on its way to them; the file itself stays as it is.
import { join } from 'node:path'
import { mergeConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

const root = join(import.meta.dirname, '../..')
const mutant = JSON.parse(process.env.WAYBILL_MUTANT ?? '{}')
const isChanged = (id) => mutant.file !== undefined && id === join(root, mutant.file)

const mutation = {
  name: 'mutation',
  enforce: 'pre',
  transform: (code, id) =>
    isChanged(id) ? code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end) : undefined,
  // Vitest keeps what it transformed by what the file holds, which does not change here.
  configureVitest: ({ defineCacheKeyGenerator }) =>
    defineCacheKeyGenerator(({ id }) => (isChanged(id) ? JSON.stringify(mutant) : undefined)),
}

// oxlint-disable-next-line import/no-default-export -- Vitest reads a configuration by it
export default mergeConfig(config, {
  root,
  plugins: [mutation],
  // What hangs counts as noticed, so it need not hang for long.
  test: { pool: 'threads', bail: 1, testTimeout: 60_000 },
})
