import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database/test-database.ts'
import { bytesArray } from './bytes-array.ts'
import { createPrisma, type Database } from './prisma.ts'

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

const unnested = async (items: readonly (Uint8Array | null)[]) => {
  const rows = await prisma.$queryRaw<{ item: Buffer | null }[]>`SELECT unnest(${bytesArray(items)}::bytea[]) AS item`
  return rows.map(({ item }) => item)
}

it.each([
  { what: 'nothing', items: [] },
  { what: 'bytes of every kind', items: [Buffer.from([0, 1, 92, 34, 255]), Buffer.alloc(0), Buffer.from('text')] },
  { what: 'what is absent among them', items: [null, Buffer.from([7]), null] },
])('PostgreSQL reads $what unchanged', async ({ items }) => {
  expect(await unnested(items)).toEqual(items)
})
