import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { createFixtures, type FixtureTenant } from '../../../testing/fixtures.ts'
import { buildTestApp } from '../../../testing/test-app.ts'
import { withoutFilter } from '../../../testing/tenancy/without-filter.ts'
import { createPrisma, type Database } from '../prisma.ts'
import { newUid } from '../uid.ts'
import { migrate } from './migrate.ts'
import { TABLES_OF_NO_TENANT } from './tenant-policies.ts'

let database: TestDatabase
let owner: Database
let application: Database
let raw: pg.Client
let tenants: { stage: FixtureTenant; dev: FixtureTenant }

beforeAll(async () => {
  database = await createTestDatabase()
  owner = createPrisma(database.url)
  application = createPrisma(database.applicationUrl)
  tenants = await createFixtures(owner)
  raw = new pg.Client({ connectionString: database.applicationUrl })
  await raw.connect()
})
afterAll(async () => {
  await raw.end()
  await Promise.all([owner.$disconnect(), application.$disconnect()])
  await database.drop()
})

/** As a tenant that only PostgreSQL restricts. */
async function asTenant(tenantUid: string, sql: string, values: readonly string[] = []) {
  await raw.query('BEGIN')
  try {
    await raw.query(`SELECT set_config('waybill.tenant', $1, true)`, [tenantUid])
    return await raw.query<Record<string, unknown>>(sql, [...values])
  } finally {
    await raw.query('ROLLBACK')
  }
}

const namesOf = async (tenantUid: string) =>
  (await asTenant(tenantUid, 'SELECT DISTINCT tenant_uid FROM projects')).rows.map((row) => row['tenant_uid'])

describe('row-level security', () => {
  it('protects every table whose rows belong to a tenant', async () => {
    const { rows } = await raw.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND EXISTS (
        SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive))`)
    const known = [...TABLES_OF_NO_TENANT, '_prisma_migrations']
    expect(
      rows.map(({ name }) => name).filter((name) => !known.includes(name)),
      'give the table tenant_uid, or say in tenant-policies.ts that it is of no tenant',
    ).toEqual([])
  })

  it('protects a table as soon as it is created', async () => {
    const late = await createTestDatabase()
    const client = new pg.Client({ connectionString: late.url })
    await client.connect()
    await client.query('CREATE TABLE late (uid TEXT, tenant_uid CHAR(24))')
    await migrate(late.url)
    const { rows } = await client.query(`SELECT polname FROM pg_policy WHERE polrelid = 'late'::regclass`)
    expect(rows).toEqual([{ polname: 'tenant' }])
    await client.end()
    await late.drop()
  })

  it('applies behind views too, and allows writes to every table with a sequence', async () => {
    const late = await createTestDatabase()
    const client = new pg.Client({ connectionString: late.url })
    await client.connect()
    await client.query(`CREATE VIEW late AS SELECT tenant_uid FROM projects;
      CREATE TABLE numbered (uid SERIAL, tenant_uid CHAR(24))`)
    await migrate(late.url, { applicationRole: new URL(late.applicationUrl).username })
    const { rows } = await client.query(
      `SELECT reloptions FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace`,
    )
    expect(rows.every((row) => String(row['reloptions']).includes('security_invoker=true'))).toBe(true)
    const application = new pg.Client({ connectionString: late.applicationUrl })
    await application.connect()
    expect((await application.query(`SELECT nextval('numbered_uid_seq')`)).rowCount).toBe(1)
    await application.end()
    await client.end()
    await late.drop()
  })

  it('applies to the role that the server uses, which owns nothing', async () => {
    const { rows } = await raw.query(`
      SELECT rolsuper OR rolbypassrls OR rolcreaterole AS "isMighty",
        EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS "isOwner", row_security_active('profiles') AS "isHeld"
      FROM pg_roles WHERE rolname = current_user`)
    expect(rows).toEqual([{ isMighty: false, isOwner: false, isHeld: true }])
  })

  it('shows nothing without a tenant', async () => {
    expect((await raw.query('SELECT FROM projects')).rowCount).toBe(0)
    expect(await namesOf('')).toEqual([])
  })

  it('shows a tenant only its own rows', async () => {
    expect(await namesOf(tenants.stage.uid)).toEqual([tenants.stage.uid])
    expect(await namesOf(tenants.dev.uid)).toEqual([tenants.dev.uid])
  })

  it('lets nobody change, delete or create rows of another tenant', async () => {
    const { stage, dev } = tenants
    const change = 'UPDATE projects SET name = name WHERE uid = $1'
    expect((await asTenant(stage.uid, change, [dev.projects.default])).rowCount).toBe(0)
    expect((await asTenant(stage.uid, change, [stage.projects.default])).rowCount).toBe(1)
    expect((await asTenant(stage.uid, 'DELETE FROM users WHERE tenant_uid = $1', [dev.uid])).rowCount).toBe(0)
    const moves = [
      asTenant(stage.uid, `INSERT INTO projects (uid, tenant_uid, name) VALUES ($1, $2, 'x')`, [newUid(), dev.uid]),
    ]
    for (const move of moves) await expect(move).rejects.toMatchObject({ code: '42501' })
    await expect(asTenant(stage.uid, 'UPDATE projects SET tenant_uid = $1', [dev.uid])).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('lets audit events be added, but not changed', async () => {
    const { stage } = tenants
    for (const sql of [
      'DELETE FROM audit_events',
      `UPDATE audit_events SET action = 'x'`,
      'TRUNCATE audit_events',
      'ALTER TABLE audit_events DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON audit_events',
      'SELECT FROM _prisma_migrations',
    ])
      await expect(asTenant(stage.uid, sql)).rejects.toMatchObject({ code: '42501' })
    // Only the actor's message may be added later.
    expect((await asTenant(stage.uid, `UPDATE audit_events SET user_message = 'x'`)).rowCount).toBe(0)
  })
})

describe('audit events', () => {
  it('can be removed once they have expired, and no sooner', async () => {
    const { uid: tenantUid } = tenants.stage
    const event = {
      tenantUid,
      actorUid: '',
      actorEmail: '',
      action: 'read',
      resourceKind: '',
      resourceUid: '',
      resourceName: '',
    }
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    await owner.auditEvent.createMany({
      data: [20, 40].map((days) => ({ ...event, uid: newUid(), at: daysAgo(days) })),
    })
    const applicationRole = new URL(database.applicationUrl).username
    for (const auditDays of [365, 30]) await migrate(database.url, { applicationRole, auditDays })
    const gone = await asTenant(tenantUid, 'DELETE FROM audit_events')
    expect(gone.rowCount).toBe(1)
  })
})

describe('a server', () => {
  it.each([
    { role: 'the owner of the tables', options: { withoutWall: 'policies' } as const, warnings: ['RowSecurityOff'] },
    { role: 'somebody else', options: {}, warnings: [] },
  ])('reports that it is ready and works as $role', async ({ options, warnings }) => {
    const test = await buildTestApp(options)
    expect((await test.app.inject('/readyz')).json()).toEqual({ status: 'ready', warnings })
    await test.close()
  })
})

describe('the pool', () => {
  it('sends each statement for its own tenant, however many wait for a connection', async () => {
    const clients = [tenants.stage, tenants.dev].map(({ uid }) => withoutFilter(application, uid))
    const asked = Array.from({ length: 24 }, (_, index) => clients[index % 2]).flatMap((db) => (db ? [db] : []))
    const answers = await Promise.all(
      asked.map(async (db, index) => {
        const find = async (client: Pick<typeof db, 'project'>) =>
          (await client.project.findMany({ select: { tenantUid: true } })).map(({ tenantUid }) => tenantUid)
        const found =
          index % 6 === 0
            ? await db.$transaction(async (tx) => [...(await find(tx)), ...(await find(tx))])
            : await find(db)
        return { own: db.$tenantUid, seen: [...new Set(found)] }
      }),
    )
    expect(answers.filter(({ own, seen }) => seen.length !== 1 || seen[0] !== own)).toEqual([])
  })

  it('keeps no tenant on a connection', async () => {
    await withoutFilter(application, tenants.stage.uid).project.findMany()
    const pool = await application.$queryRaw<{ said: string }[]>`SELECT current_setting('waybill.tenant', true) AS said`
    expect(pool).toEqual([{ said: '*' }])
  })

  it('continues after a failed statement', async () => {
    const db = withoutFilter(application, tenants.stage.uid)
    const taken = { uid: tenants.stage.projects.default, tenantUid: tenants.stage.uid, name: 'again' }
    for (let time = 0; time < 12; time += 1)
      await expect(db.project.create({ data: taken })).rejects.toMatchObject({ code: 'P2002' })
    expect(await db.project.count()).toBe(2)
  })
})
