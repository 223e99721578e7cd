import { loadConfig } from '../config.ts'
import { writeBackup } from '../platform/database/backup/write-backup.ts'
import { migrate } from '../platform/database/server/migrate.ts'
import { openOwnersDatabase } from '../platform/database/server/open-owner.ts'
import { CommandError, runCommand } from './command.ts'

/** `npm run backup -- <file>`: while the server runs, or while it does not. */
await runCommand(async () => {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new CommandError('Say where: npm run backup -- /backups/waybill.gz')
  const database = await openOwnersDatabase(loadConfig())
  try {
    if (database.isAlone) await migrate(database.url)
    const { header, rows } = await writeBackup(database.url, file)
    const keys = Object.keys(header.keys)
    return `${rows} rows of ${Object.keys(header.tables).length} tables are in ${file}. It holds no secret key: keep ${
      keys.length === 0 ? 'yours' : keys.join(', ')
    } elsewhere, without which its texts cannot be read.`
  } finally {
    await database.close()
  }
})
