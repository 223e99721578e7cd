import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database/test-database.ts'
import { createPrisma, type Database } from '../database/prisma.ts'
import { newUid } from '../database/uid.ts'
import { countAgainst } from './rate-limit.ts'

const limit = { name: 'tried', max: 1, windowSeconds: 300 }

let database: TestDatabase
let prisma: Database
beforeAll(async () => {
  database = await createTestDatabase()
  prisma = createPrisma(database.url)
})
afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

const setClockBack = (seconds: number) => prisma.$executeRaw`
  UPDATE rate_counters SET window_start = window_start + make_interval(secs => ${seconds}::int)`

it('tells nobody to wait longer than its window, however far the clock was set back', async () => {
  const subject = newUid()
  await countAgainst(prisma, limit, subject)
  await setClockBack(200)
  await expect(countAgainst(prisma, limit, subject)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 300 })
})

it('starts again if the clock was set back by more than its window', async () => {
  const subject = newUid()
  await countAgainst(prisma, limit, subject)
  await setClockBack(3_600)
  await countAgainst(prisma, limit, subject)
  await expect(countAgainst(prisma, limit, subject)).rejects.toMatchObject({ status: 429 })
})
