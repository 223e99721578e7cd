import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './prisma-client/client.ts'
import { createStatementNames } from './statement-names.ts'

const POOL_SIZE = 10
const POOL_WAIT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 20_000
const IDLE_IN_TRANSACTION_MS = 15_000

/** The whole database, all tenants. Features take the tenant's client (tenant-db.ts); this is for sign-in and seeding. */
export type Database = PrismaClient

export { Prisma }

export function createPrisma(databaseUrl: string): Database {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: POOL_WAIT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      application_name: 'waybill',
    },
    { statementNameGenerator: createStatementNames() },
  )
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
