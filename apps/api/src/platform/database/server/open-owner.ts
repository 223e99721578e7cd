import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../../config.ts'
import { DataDirInUseError, lockDataDir } from './embedded/data-dir-lock.ts'
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts'
import { readPostmaster } from './embedded/postgres-process.ts'

interface OwnersDatabase {
  /** Connects as the role that owns the tables. */
  url: string
  /**
   * Whether no server is running on this data directory. Always false for an external database, where that cannot be
   * known.
   */
  isAlone: boolean
}

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'migrationDatabaseUrl'>

/** For commands: opens the configured database for some work, even while a server is using it. */
export async function withOwnersDatabase<Result>(
  { dataDir, databaseUrl, migrationDatabaseUrl }: Place,
  work: (database: OwnersDatabase) => Promise<Result>,
): Promise<Result> {
  const url = databaseUrl && (migrationDatabaseUrl ?? databaseUrl)
  if (url) return work({ url, isAlone: false })
  let unlock
  try {
    unlock = lockDataDir(dataDir)
  } catch (error) {
    const running = error instanceof DataDirInUseError ? urlOfRunning(dataDir) : undefined
    if (running === undefined) throw error
    return work({ url: running, isAlone: false })
  }
  const postgres = await startEmbeddedPostgres(dataDir)
  try {
    return await work({ url: postgres.urlOf('postgres'), isAlone: true })
  } finally {
    await postgres.stop()
    unlock()
  }
}

function urlOfRunning(dataDir: string): string | undefined {
  const running = readPostmaster(join(dataDir, 'postgres'))
  if (!running) return undefined
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  return `postgresql://waybill:${password}@127.0.0.1:${running.port}/postgres`
}
