import { loadConfig } from '../config.ts'
import { backupKeys } from '../platform/database/backup/backup-seal.ts'
import { readBackup } from '../platform/database/backup/read-backup.ts'
import { DataDirInUseError } from '../platform/database/server/embedded/data-dir-lock.ts'
import { withOwnersDatabase } from '../platform/database/server/open-owner.ts'
import { createCipher } from '../platform/keys/cipher.ts'
import { loadSecretKeys } from '../platform/keys/secret-key.ts'
import { onlyFile, readArguments, runCommand } from './command.ts'

const USAGE = 'Say which: npm run restore -- /backups/waybill.gz'

/** `npm run restore -- <file>`: restores into an empty database, while no server runs. */
await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: { 'without-key': { type: 'boolean', default: false } },
  })
  const file = onlyFile(positionals, USAGE)
  const config = loadConfig()
  return withOwnersDatabase(config, async ({ url: ownerUrl, isAlone }) => {
    if (!config.databaseUrl && !isAlone)
      throw new DataDirInUseError(`DATA_DIR ${config.dataDir} is in use by a Waybill process: stop it first`)
    const keys = backupKeys(createCipher(loadSecretKeys(config)))
    const restoring = { ownerUrl, file, keys, withoutKey: values['without-key'] }
    const { header, rows, migrated, isVerified } = await readBackup(restoring)
    const newer = migrated.length === 0 ? '' : `, and ${migrated.length} newer migrations applied`
    return `${rows} rows of ${header.createdAt} are restored${newer}. Everybody signs in again.${isVerified ? '' : ' Nothing proved that the file is as it was made.'}`
  })
})
