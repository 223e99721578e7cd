// The tests with one source changed on its way to them; the file itself stays as it is.
import { join } from 'node:path'
import { mergeConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

const root = join(import.meta.dirname, '../..')
// By way of the environment: Vitest loads this file as a copy that shares no variable.
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
  // Vitest keeps what it transformed by what the file holds, which does not change here.
  configureVitest: ({ defineCacheKeyGenerator }) =>
    defineCacheKeyGenerator(({ id }) => (isChanged(id) ? process.env.WAYBILL_MUTANT : undefined)),
}

// oxlint-disable-next-line import/no-default-export -- Vitest reads a configuration by it
export default mergeConfig(config, {
  root,
  plugins: [mutation],
  test: { pool: 'threads', bail: 1 },
})
