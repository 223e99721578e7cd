import { loadConfig } from '../config.ts'
import { backupKeys } from '../platform/database/backup/backup-seal.ts'
import { writeBackup } from '../platform/database/backup/write-backup.ts'
import { migrate } from '../platform/database/server/migrate.ts'
import { withOwnersDatabase } from '../platform/database/server/open-owner.ts'
import { createCipher } from '../platform/keys/cipher.ts'
import { loadSecretKeys } from '../platform/keys/secret-key.ts'
import { onlyFile, readArguments, runCommand } from './command.ts'

const USAGE = 'Say where: npm run backup -- /backups/waybill.gz'

/** `npm run backup -- <file>`: works whether or not the server runs. */
await runCommand(async () => {
  const file = onlyFile(readArguments(USAGE, { allowPositionals: true }).positionals, USAGE)
  const config = loadConfig()
  return withOwnersDatabase(config, async ({ url, isAlone }) => {
    if (isAlone) await migrate(url)
    const sealing = backupKeys(createCipher(loadSecretKeys(config)))
    const { header, rows } = await writeBackup(url, file, sealing)
    const keys = new Set([...Object.keys(header.keys), header.sealedBy])
    return `${rows} rows of ${Object.keys(header.tables).length} tables are in ${file}. It holds no secret key: keep ${[
      ...keys,
    ].join(', ')} elsewhere, without which its texts cannot be read and nothing proves that it is unchanged.`
  })
})
