import { loadConfig } from '../config.ts'
import { withOwnersDatabase } from '../platform/database/server/open-owner.ts'
import { rotateKey } from '../platform/keys/rotate-key.ts'
import { readArguments, runCommand } from './command.ts'

/**
 * `npm run rotate-key [-- --forget]`: works while the server runs, and can be interrupted and started again at any
 * time.
 */
await runCommand(async () => {
  const { values } = readArguments('Its only option: npm run rotate-key -- --forget', {
    options: { forget: { type: 'boolean', default: false } },
  })
  const config = loadConfig()
  return withOwnersDatabase(config, ({ url: ownerUrl, isAlone }) =>
    rotateKey({ config, ownerUrl, isAlone, forgets: values.forget }),
  )
})
