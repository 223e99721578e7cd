import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../../config.ts'
import { DataDirInUseError, lockDataDir } from './embedded/data-dir-lock.ts'
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts'
import { readPostmaster } from './embedded/postgres-process.ts'

export interface OwnersDatabase {
  /** Connects as the role that owns the tables. */
  url: string
  /**
   * Whether no server is running on this data directory. Always false for an external database, where that cannot be
   * known.
   */
  isAlone: boolean
  close: () => Promise<void>
}

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'migrationDatabaseUrl'>

/** For commands: opens the configured database, even while a server is using it. */
export async function openOwnersDatabase({
  dataDir,
  databaseUrl,
  migrationDatabaseUrl,
}: Place): Promise<OwnersDatabase> {
  const url = databaseUrl && (migrationDatabaseUrl ?? databaseUrl)
  if (url) return { url, isAlone: false, close: async () => {} }
  let unlock
  try {
    unlock = lockDataDir(dataDir)
  } catch (error) {
    const running = error instanceof DataDirInUseError ? urlOfRunning(dataDir) : undefined
    if (running === undefined) throw error
    return { url: running, isAlone: false, close: async () => {} }
  }
  const postgres = await startEmbeddedPostgres(dataDir)
  return {
    url: postgres.urlOf('postgres'),
    isAlone: true,
    close: async () => {
      await postgres.stop()
      return unlock()
    },
  }
}

function urlOfRunning(dataDir: string): string | undefined {
  const running = readPostmaster(join(dataDir, 'postgres'))
  if (!running) return undefined
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  return `postgresql://waybill:${password}@127.0.0.1:${running.port}/postgres`
}
