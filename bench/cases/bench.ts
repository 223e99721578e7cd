import pg from 'pg'
import type { Deps } from '../../apps/api/src/deps.ts'
import { openApplicationRole } from '../../apps/api/src/platform/database/server/application-role.ts'
import { createClient, type BenchClient } from '../client.ts'
import { createTenant, openDeps, type BenchTenant } from '../content.ts'
import { startDatabase, startServer, type Ground, type RunningServer } from '../installation.ts'
import type { Row } from '../report.ts'

/** What cases share: one installation, opened on first use. */
export interface Bench {
  ground: Ground
  database: pg.Client
  cipher: Deps['cipher']
  /** The server shared by all cases that do not start their own. */
  server: () => Promise<RunningServer>
  /** A tenant of the case's own, with its admin's client. */
  open: () => Promise<{ tenant: BenchTenant; client: BenchClient }>
  /** A server of the case's own; the shared one is stopped. */
  startServer: (settings?: Readonly<Record<string, string>>) => Promise<RunningServer>
  runs: number
}

export type Case = (bench: Bench) => Promise<Row[]>

export async function openBench(runs: number): Promise<Bench & { close: () => Promise<void> }> {
  const ground = await startDatabase()
  const deps = openDeps(ground)
  const database = new pg.Client({ connectionString: ground.databaseUrl })
  await database.connect()
  const settings = {
    // Not as the owner, to whom row-level security does not apply.
    DATABASE_URL: await openApplicationRole(ground.databaseUrl),
    MIGRATION_DATABASE_URL: ground.databaseUrl,
    DATA_DIR: ground.dataDir,
    SEED: 'none',
    RATE_LIMITS: '0',
  }
  const start = (more?: Readonly<Record<string, string>>) => startServer({ ...settings, ...more })
  // The first start creates the tables.
  await (await start()).stop()
  let shared: Promise<RunningServer> | undefined
  const server = () => (shared ??= start())
  const stopShared = async () => {
    await (await shared)?.stop()
    shared = undefined
  }
  return {
    ground,
    database,
    cipher: deps.cipher,
    server,
    open: async () => {
      const tenant = await createTenant(ground)
      return { tenant, client: createClient((await server()).url, tenant) }
    },
    startServer: async (more) => {
      await stopShared()
      return start(more)
    },
    runs,
    close: async () => {
      await stopShared()
      await deps.close()
      await database.end()
      await ground.close()
    },
  }
}
