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
  /** Added to those that every test has, such as ALLOWED_HOSTS. */
  settings?: Readonly<Record<string, string>>
  /** This process's clock; by default the machine's. */
  now?: () => Date
  /** The same for rate limits. */
  monotonicMs?: () => number
  /** The disk's free space; unknown by default. */
  storage?: StorageRoom
  /** Removes one of the two barriers between tenants, to test the other. */
  withoutWall?: 'filter' | 'policies'
}

/**
 * The whole API with a database of its own. Call `close` in afterAll. Everything is logged to `logTo` if given, else
 * nothing.
 */
export async function buildTestApp({ logTo, tls, settings = {}, withoutWall, ...replaced }: TestAppOptions = {}) {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-app-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    LOG_LEVEL: logTo ? 'trace' : 'silent',
    // A test file sends more requests per second than any client.
    RATE_LIMITS: 'off',
    // A busy machine must not fail a test; tests of a limit set their own.
    TIME_LIMITS: '30',
    ...settings,
  })
  const made = createDeps(config, withoutWall === 'policies' ? database.url : database.applicationUrl)
  const tenantDb = (tenantUid: string) => withoutFilter(made.prisma, tenantUid)
  const deps = { ...made, ...replaced, ...(withoutWall === 'filter' && { tenantDb }) }
  // Tests prepare and check data as the owner: row-level security applies to the app only.
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
    // The process continues with the next test file.
    installTimeLimits(1)
  }
  return { app, deps: { ...deps, prisma: owner }, fixtures, databaseUrl: database.url, close }
}

export type TestApp = Awaited<ReturnType<typeof buildTestApp>>

/** The same for a whole test file, and closes it after the tests. */
export async function openTestApp(options?: TestAppOptions): Promise<TestApp> {
  const test = await buildTestApp(options)
  afterAll(test.close)
  return test
}

/** The headers of a user's request: in a project, or in the tenant if none is given. */
export const as = (user: FixtureUser, projectUid?: string): Record<string, string> => ({
  apikey: user.apiKey,
  ...(projectUid !== undefined && { projectuid: projectUid }),
})
