import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFixtures } from '../../../testing/fixtures.ts'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { createPrisma, type Database } from '../prisma.ts'
import { forTenant, type TenantDb } from '../tenant-db.ts'
import { newUid } from '../uid.ts'

let database: TestDatabase
let prisma: Database
let db: TenantDb

beforeAll(async () => {
  database = await createTestDatabase()
  prisma = createPrisma(database.url)
  const { stage } = await createFixtures(prisma)
  db = forTenant(prisma, stage.uid)
})
afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

const insertProject = (tx: Pick<TenantDb, '$executeRaw'>, name: string) =>
  tx.$executeRaw`INSERT INTO projects (uid, tenant_uid, name) VALUES (${newUid()}, ${db.$tenantUid}, ${name})`
const hasProject = async (name: string) => (await db.project.count({ where: { name } })) > 0

it('returns values of the types that Prisma returns', async () => {
  const at = new Date('2026-11-29T12:34:56.789Z')
  const bytes = Buffer.from([0, 1, 255])
  const rows =
    await db.$queryRaw`SELECT ${at}::timestamptz AS at, ${bytes}::bytea AS bytes, ${['a', '"b"']}::text[] AS texts,
    '{"a": [1]}'::json AS json, 7::int AS number, true AS flag, NULL AS nothing`
  expect(rows).toEqual([{ at, bytes, texts: ['a', '"b"'], json: { a: [1] }, number: 7, flag: true, nothing: null }])
})

it('rolls raw SQL back with its transaction, together with Prisma’s own statements', async () => {
  const failing = db.$transaction(async (tx) => {
    await insertProject(tx, 'raw')
    await tx.project.create({ data: { uid: newUid(), tenantUid: db.$tenantUid, name: 'made' } })
    expect(await tx.$queryRaw`SELECT name FROM projects WHERE tenant_uid = ${db.$tenantUid} AND name = 'made'`).toEqual(
      [{ name: 'made' }],
    )
    throw new Error('undo')
  })
  await expect(failing).rejects.toThrow('undo')
  expect(await Promise.all(['raw', 'made'].map(hasProject))).toEqual([false, false])
})

it('keeps concurrent transactions apart', async () => {
  const names = Array.from({ length: 8 }, (_none, at) => `at once ${at}`)
  const write = (name: string, at: number) =>
    db.$transaction(async (tx) => {
      await insertProject(tx, name)
      if (at % 2 === 1) throw new Error('undo')
    })
  await Promise.allSettled(names.map(write))
  expect(await Promise.all(names.map(hasProject))).toEqual(names.map((_name, at) => at % 2 === 0))
})

it('refuses statements in a transaction over another connection than its own', async () => {
  const beside: (() => Promise<unknown>)[] = [
    () => insertProject(db, 'beside'),
    async () => db.project.create({ data: { uid: newUid(), tenantUid: db.$tenantUid, name: 'beside' } }),
    () => db.$transaction((other) => insertProject(other, 'beside')),
  ]
  for (const send of beside) await expect(db.$transaction(send)).rejects.toThrow('was not sent by it')
  expect(await hasProject('beside')).toBe(false)
})

it('accepts statements of work that began in a transaction once that is over', async () => {
  const { promise: isOver, resolve: goOn } = Promise.withResolvers<void>()
  const { later } = await db.$transaction(async (tx) => {
    await insertProject(tx, 'begun')
    return { later: isOver.then(() => hasProject('begun')) }
  })
  goOn()
  expect(await later).toBe(true)
})

it('sends nothing more for a transaction that is over', async () => {
  const left = await db.$transaction(async (tx) => tx)
  await expect(insertProject(left, 'late')).rejects.toMatchObject({ code: 'P2028' })
  const late = db.$transaction(
    async (tx) => {
      for (;;) await insertProject(tx, newUid())
    },
    { timeout: 20 },
  )
  const before = await db.project.count()
  await expect(late).rejects.toMatchObject({ code: 'P2028' })
  expect(await db.project.count()).toBe(before)
})

it('reveals no value of a row that PostgreSQL refuses', async () => {
  await insertProject(db, 'taken')
  const error = await insertProject(db, 'taken').catch((refused: unknown) => refused)
  expect(error).toMatchObject({ code: '23505', detail: undefined })
})

it('continues after losing idle connections, even if Prisma itself never connected', async () => {
  const alone = createPrisma(database.url)
  const [connection] = await alone.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  await prisma.$queryRaw`SELECT pg_terminate_backend(${connection?.pid}::int)`
  const ask = () => alone.$queryRaw`SELECT 1 AS one`.catch(() => undefined)
  await expect.poll(ask).toEqual([{ one: 1 }])
  await alone.$disconnect()
})
