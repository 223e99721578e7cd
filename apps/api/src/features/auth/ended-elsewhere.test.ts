import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../app.ts'
import { createDeps } from '../../deps.ts'
import { loadConfig } from '../../config.ts'
import { createUser, type FixtureUser } from '../../testing/fixtures.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'

/** Two processes with one database, as behind a load balancer: what is ended in one must not work in the other. */
let test: TestApp
let other: Awaited<ReturnType<typeof openOther>>
beforeAll(async () => {
  test = await buildTestApp()
  other = await openOther(test.databaseUrl)
})
afterAll(async () => {
  await other.close()
  await test.close()
})

async function openOther(databaseUrl: string) {
  const deps = createDeps(
    loadConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', TIME_LIMITS: '30' }),
    databaseUrl,
  )
  const app = await buildApp(deps, { consoleDirectory: 'none', overloadedMs: 0 })
  const close = async () => {
    await app.close()
    await deps.close()
  }
  return { app, close }
}

let count = 0
function addPerson(): Promise<FixtureUser> {
  const { uid: tenantUid } = test.fixtures.stage
  const email = `elsewhere${(count += 1)}@stage.test`
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role: 'Tenant Admin' }] })
}

const act = async (method: 'PUT' | 'DELETE', url: string, payload?: object) => {
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  const { statusCode } = await test.app.inject({ method, url, headers, ...(payload && { payload }) })
  expect(statusCode).toBeLessThan(300)
}

const statusElsewhere = async ({ apiKey }: FixtureUser) =>
  (await other.app.inject({ url: '/v1/console/users', headers: { apikey: apiKey } })).statusCode

async function keyUidOf({ uid }: FixtureUser): Promise<string> {
  const key = await test.deps.prisma.apiKey.findFirstOrThrow({ where: { userUid: uid } })
  return key.uid
}

it.each<[string, number, (person: FixtureUser) => Promise<void>]>([
  [
    'a revoked key',
    401,
    async (person) => act('PUT', `/v1/apiKeys/${await keyUidOf(person)}/state`, { isActive: false }),
  ],
  ['a disabled user', 401, ({ uid }) => act('PUT', `/v1/console/users/${uid}/state`, { isActive: false })],
  ['a removed role', 403, ({ uid }) => act('PUT', `/v1/users/${uid}/roles`, { roles: [] })],
])('%s is refused by the other process with its next request', async (_what, refused, end) => {
  const person = await addPerson()
  expect(await statusElsewhere(person)).toBe(200)
  await end(person)
  expect(await statusElsewhere(person)).toBe(refused)
})
