// Runs the tests with one source changed while it is loaded; the file itself stays unchanged.
import { join } from 'node:path'
import { mergeConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

const root = join(import.meta.dirname, '../..')
// Through the environment: Vitest loads this file as a copy that shares no variables.
const current = () => JSON.parse(process.env.WAYBILL_MUTANT ?? '{}')
const isChanged = (id) => id.startsWith(root) && id === join(root, current().file ?? '')

const mutation = {
  name: 'mutation',
  enforce: 'pre',
  transform(code, id) {
    if (!isChanged(id)) return undefined
    const { start, end, text } = current()
    return code.slice(0, start) + text + code.slice(end)
  },
  // Vitest caches transformed modules by the file's content, which does not change here.
  configureVitest: ({ defineCacheKeyGenerator }) =>
    defineCacheKeyGenerator(({ id }) => (isChanged(id) ? process.env.WAYBILL_MUTANT : undefined)),
}

// oxlint-disable-next-line import/no-default-export -- Vitest loads a configuration by its default export
export default mergeConfig(config, {
  root,
  plugins: [mutation],
  test: { pool: 'threads', bail: 1 },
})
