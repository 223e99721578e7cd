import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFixtures, type FixtureTenant } from '../../../testing/fixtures.ts'
import { startPooler, type Pooler } from '../../../testing/database/pooler.ts'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { withoutFilter } from '../../../testing/tenancy/without-filter.ts'
import { createJobs } from '../../jobs/jobs.ts'
import { createLifeline, isGone } from './lifeline.ts'
import type { RawSql } from '../driver/raw-sql.ts'
import { createPrisma, Prisma, type Database } from '../prisma.ts'
import { forTenant } from '../tenant-db.ts'
import { newUid } from '../uid.ts'

const POOLERS = [
  // Fewer than a process has connections, so that tenants share them.
  { mode: 'transaction', sessions: 3 },
  // As many as a process and its jobs open.
  { mode: 'session', sessions: 16 },
] as const

const settingsOf = (client: Pick<RawSql, '$queryRaw'>) =>
  client.$queryRaw<
    object[]
  >`SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
    current_setting('idle_in_transaction_session_timeout') AS idle`

describe.each(POOLERS)('behind a pooler that lends sessions for a $mode', (lending) => {
  let database: TestDatabase
  let pooler: Pooler
  let prisma: Database
  let tenants: FixtureTenant[]

  beforeAll(async () => {
    database = await createTestDatabase()
    const owner = createPrisma(database.url)
    tenants = Object.values(await createFixtures(owner))
    await owner.$disconnect()
    pooler = await startPooler(database.applicationUrl, lending)
    prisma = createPrisma(pooler.url)
  })
  afterAll(async () => {
    await prisma.$disconnect()
    await pooler.stop()
    await database.drop()
  })

  it('PostgreSQL keeps tenants apart in the sessions that they share', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_none, at) => {
        const tenant = tenants[at % tenants.length]?.uid ?? ''
        const rows = await withoutFilter(prisma, tenant).project.findMany({ select: { tenantUid: true } })
        return rows.length === 2 && rows.every(({ tenantUid }) => tenantUid === tenant)
      }),
    )
    expect(new Set(seen)).toEqual(new Set([true]))
  })

  it('a statement and a transaction have the limits that a session of their own would give them', async () => {
    const limits = [{ statement: '20s', lock: '15s', idle: '15s' }]
    expect(await settingsOf(prisma)).toEqual(limits)
    await forTenant(prisma, tenants[0]?.uid ?? '').$transaction(async (tx) =>
      expect(await settingsOf(tx)).toEqual(limits),
    )
  })

  it('a recurring statement is answered by whichever session is free', async () => {
    const names = Array.from({ length: 40 }, (_none, at) => `again ${at % 4}`)
    const asked = names.map((name) => prisma.project.count({ where: { name } }))
    expect(new Set(await Promise.all(asked))).toEqual(new Set([0]))
  })

  it('a transaction that fails leaves nothing behind', async () => {
    const db = forTenant(prisma, tenants[0]?.uid ?? '')
    const failing = db.$transaction(async (tx) => {
      await tx.project.create({ data: { uid: newUid(), tenantUid: db.$tenantUid, name: 'half' } })
      throw new Error('undo')
    })
    await expect(failing).rejects.toThrow('undo')
    expect(await db.project.count({ where: { name: 'half' } })).toBe(0)
  })

  it('a process is known to live as long as it does', async () => {
    const lifeline = createLifeline(pooler.url)
    const number = await lifeline.number()
    const isKnownGone = async () => {
      const rows = await prisma.$queryRaw<{ gone: boolean }[]>`SELECT ${isGone(Prisma.sql`${number}::int`)} AS gone`
      return rows[0]?.gone
    }
    expect(await isKnownGone()).toBe(false)
    await lifeline.close()
    await expect.poll(isKnownGone).toBe(true)
  })

  it('jobs are worked on', async () => {
    const jobs = createJobs(pooler.url)
    const errors: unknown[] = []
    const worked = Promise.withResolvers<unknown>()
    const work = async (data: unknown) => worked.resolve(data)
    await jobs.start([{ name: 'pooled', concurrency: 1, work }], (error) => errors.push(error))
    const data = { uid: newUid(), tenantUid: newUid() }
    await jobs.send('pooled', data)
    expect(await worked.promise).toEqual(data)
    await jobs.stop()
    expect(errors).toEqual([])
  })
})
