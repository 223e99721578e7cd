import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { buildApp, type AppOptions } from '../app.ts'
import { loadConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import type { StorageRoom } from '../platform/database/upkeep/storage-room.ts'
import { createFixtures, type FixtureUser } from './fixtures.ts'
import { createPrisma } from '../platform/database/prisma.ts'
import { installTimeLimits } from '../platform/time-limits.ts'
import { createTestDatabase } from './database/test-database.ts'
import { withoutFilter } from './tenancy/without-filter.ts'

export interface TestAppOptions extends Pick<AppOptions, 'logTo' | 'tls'> {
  /** Beside those of every test, e.g. ALLOWED_HOSTS. */
  settings?: Readonly<Record<string, string>>
  /** The clock of this process; the machine's by default. */
  now?: () => Date
  /** The same for what is counted by limits. */
  monotonicMs?: () => number
  /** The disk's; unknown by default. */
  storage?: StorageRoom
  /** Takes one of the two walls between tenants away, to see that the other one holds. */
  withoutWall?: 'filter' | 'policies'
}

/** The whole API over a database of its own. Call `close` in afterAll. Everything is logged where `logTo` says, else nothing. */
export async function buildTestApp({ logTo, tls, settings = {}, withoutWall, ...replaced }: TestAppOptions = {}) {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-app-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    LOG_LEVEL: logTo ? 'trace' : 'silent',
    // A test file asks more in a second than any client does.
    RATE_LIMITS: 'off',
    // What a busy machine makes slow is no failure; a test of a limit says which.
    TIME_LIMITS: '30',
    ...settings,
  })
  const made = createDeps(config, withoutWall === 'policies' ? database.url : database.applicationUrl)
  const tenantDb = (tenantUid: string) => withoutFilter(made.prisma, tenantUid)
  const deps = { ...made, ...replaced, ...(withoutWall === 'filter' && { tenantDb }) }
  // What a test prepares and looks up passes by the second wall, which holds for the app.
  const owner = createPrisma(database.url)
  const fixtures = await createFixtures(owner)
  const app = await buildApp(deps, {
    consoleDirectory: join(dataDir, 'no-console'),
    overloadedMs: 0,
    tls,
    ...(logTo && { logTo }),
  })
  const close = async () => {
    await app.close()
    await Promise.all([deps.close(), owner.$disconnect()])
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
    // The process goes on with the next file.
    installTimeLimits(1)
  }
  return { app, deps: { ...deps, prisma: owner }, fixtures, databaseUrl: database.url, close }
}

export type TestApp = Awaited<ReturnType<typeof buildTestApp>>

/** The same for a whole test file, which closes it after its tests. */
export async function openTestApp(options?: TestAppOptions): Promise<TestApp> {
  const test = await buildTestApp(options)
  afterAll(test.close)
  return test
}

/** The headers of a user's request: in a project, or in the tenant when none is named. */
export const as = (user: FixtureUser, projectUid?: string): Record<string, string> => ({
  apikey: user.apiKey,
  ...(projectUid !== undefined && { projectuid: projectUid }),
})
