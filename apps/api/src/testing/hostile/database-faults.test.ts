import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '../../platform/database/with-client.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import { createDeps, type Deps } from '../../deps.ts'
import { databaseError } from '../../platform/database/database-errors.ts'
import { createPrisma } from '../../platform/database/prisma.ts'
import { openFaultyLink, type FaultyLink } from '../database/faulty-link.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { packOf, profileJson } from '../documents.ts'
import { createFixtures } from '../fixtures.ts'
import { as } from '../test-app.ts'
import { hold } from '../held-locks/blocking-lock.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'waybill-faults-'))

let database: TestDatabase
let link: FaultyLink
let deps: Deps
let fixtures: Awaited<ReturnType<typeof createFixtures>>
let app: Awaited<ReturnType<typeof buildApp>>

beforeAll(async () => {
  database = await createTestDatabase()
  link = await openFaultyLink(database.url)
  const settings = { DATA_DIR: dataDir, DATABASE_URL: link.url, LOG_LEVEL: 'silent', RATE_LIMITS: 'off' }
  deps = createDeps(loadConfig(settings), link.url)
  fixtures = await createFixtures(deps.prisma)
  app = await buildApp(deps, { consoleDirectory: join(dataDir, 'no-console'), overloadedMs: 0 })
})

afterEach(() => link.mend())

afterAll(async () => {
  await app.close()
  await deps.close()
  await link.close()
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

const admin = () => as(fixtures.stage.users.tenantAdmin, fixtures.stage.projects.default)
// Awaited here: `inject` sends nothing until it is awaited.
const read = async (url: string) => await app.inject({ url, headers: admin() })
const importNamed = async (name: string) =>
  await app.inject({
    method: 'POST',
    url: '/v1/clusterprofiles/import',
    headers: { ...admin(), 'content-type': 'application/json' },
    payload: profileJson({ name, packs: [packOf({ name: 'm', type: 'manifest', registry: { metadata: {} } })] }),
  })
const ask = () => Promise.all([read('/readyz'), read('/v1/users/info'), read('/v1/packs'), importNamed('asked')])

interface Answer {
  statusCode: number
  body: string
  headers: Record<string, unknown>
}

function expectUnavailable(answers: readonly Answer[]) {
  for (const { statusCode, body, headers } of answers) {
    expect([statusCode, JSON.parse(body).code]).toEqual([503, 'Unavailable'])
    expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
  }
}

const expectBack = async () => expect((await read('/readyz')).statusCode).toBe(200)

describe('while its database', () => {
  it('is stopped, everything that needs it is answered 503 with a code, and nothing after it is back', async () => {
    await link.stop()
    expectUnavailable(await ask())
    expectUnavailable(await ask())
    await link.mend()
    await expectBack()
  })

  it.each([
    ['cuts connections', async () => link.cut()],
    ['ends sessions, as an administrator does', () => query(END_SESSIONS)],
  ])('%s, what is in flight is answered 503 with a code, and nothing of it is done', async (_fault, strike) => {
    const { hasWaiter, release } = await hold(database.url, 'LOCK TABLE layers IN ACCESS EXCLUSIVE MODE')
    const inFlight = importNamed('struck')
    await hasWaiter()
    await strike()
    expectUnavailable([await inFlight])
    await release()
    await expectBack()
    expect(await deps.prisma.profile.count({ where: { name: 'struck' } })).toBe(0)
  })

  it('stands still, nobody waits for ever', async () => {
    const prisma = createPrisma(link.url, { silentMs: 300 })
    await prisma.tenant.count()
    link.stall()
    expectUnavailable([await read('/readyz')])
    const failure = await prisma.tenant.count().catch((error: unknown) => error)
    expect(databaseError(failure)).toMatchObject({ code: 'Unavailable' })
    await link.mend()
    await prisma.$disconnect()
    await expectBack()
  })

  it('no longer takes the password of the server, likewise', async () => {
    const url = new URL(link.url)
    url.password = 'the one before'
    const lockedOut = createDeps(
      loadConfig({ DATA_DIR: dataDir, DATABASE_URL: url.href, LOG_LEVEL: 'silent' }),
      url.href,
    )
    const server = await buildApp(lockedOut, { consoleDirectory: join(dataDir, 'no-console') })
    expectUnavailable([
      await server.inject('/readyz'),
      await server.inject({ url: '/v1/users/info', headers: admin() }),
      await server.inject({
        method: 'POST',
        url: '/v1/console/session',
        payload: { email: 'kim@example.org', password: 'four words are best' },
      }),
    ])
    await server.close()
    await lockedOut.close()
  })

  it('has no connection left, likewise', async () => {
    const { hasWaiter, release } = await hold(database.url, 'LOCK TABLE api_keys IN ACCESS EXCLUSIVE MODE')
    const inFlight = Array.from({ length: 10 }, () => read('/v1/users/info'))
    await hasWaiter()
    expectUnavailable([await read('/readyz'), await read('/v1/users/info')])
    await release()
    for (const { statusCode } of await Promise.all(inFlight)) expect(statusCode).toBe(200)
    await expectBack()
  })
})

const END_SESSIONS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'waybill' AND datname = current_database()`

const query = (sql: string) => withClient(database.url, (client) => client.query(sql))
