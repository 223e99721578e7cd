import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './prisma-client/client.ts'
import { createDriver, type Driver } from './driver/driver.ts'
import { withRawSql } from './driver/raw-sql.ts'
import { createStatementNames } from './driver/statement-names.ts'
import { createTenantPool } from './driver/tenant-pool.ts'
import { sharesSessions } from './upkeep/shared-sessions.ts'
import { timeLimit } from '../time-limits.ts'
import { EVERY_TENANT, inTenant } from './tenant-scope.ts'

const POOL_SIZE = 10
const POOL_WAIT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 20_000
const LOCK_TIMEOUT_MS = 15_000
const IDLE_IN_TRANSACTION_MS = 15_000
/** For transactions that set no limit of their own. */
const TRANSACTION_WAIT_MS = 2_000
const TRANSACTION_MS = 5_000
/** Above the statement timeout: a server that is silent for this long is gone. */
const SILENT_CONNECTION_MS = 25_000

/** The whole database, all tenants, for sign-in and seeding. Features take the tenant's client (tenant-db.ts). */
export type Database = PrismaClient & { readonly $driver: Driver }

export { Prisma }

export function createPrisma(databaseUrl: string, { silentMs = timeLimit(SILENT_CONNECTION_MS) } = {}): Database {
  const isShared = sharesSessions(databaseUrl)
  const limits = {
    statement_timeout: timeLimit(STATEMENT_TIMEOUT_MS),
    lock_timeout: timeLimit(LOCK_TIMEOUT_MS),
    idle_in_transaction_session_timeout: timeLimit(IDLE_IN_TRANSACTION_MS),
  }
  const pool = createTenantPool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: timeLimit(POOL_WAIT_MS),
    limits,
    sharesSessions: isShared,
    application_name: 'waybill',
    stream: () => openSocket(silentMs),
  })
  const statementNameGenerator = isShared ? () => '' : createStatementNames()
  const adapter = new PrismaPg(pool, { statementNameGenerator })
  const transactionOptions = { maxWait: timeLimit(TRANSACTION_WAIT_MS), timeout: timeLimit(TRANSACTION_MS) }
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions })
  // Prisma would leave the pool open if only raw SQL was ever sent.
  const $disconnect = async () => {
    await prisma.$disconnect()
    if (!pool.ending) await pool.end()
  }
  return seeingEveryTenant(prisma, { $driver: createDriver(pool, statementNameGenerator), $disconnect })
}

/** The tenant's client extends this one and sets its own tenant further inside, which takes precedence. */
function seeingEveryTenant(prisma: PrismaClient, own: Pick<Database, '$driver' | '$disconnect'>): Database {
  const extended = prisma.$extends({
    name: 'every tenant',
    query: { $allOperations: ({ args, query }) => inTenant(EVERY_TENANT, () => query(args)) },
  })
  // It can do everything that the plain client can; Prisma's types of the two differ only in members that nobody uses
  // here.
  return withRawSql(extended, (sql) => own.$driver.send(sql, EVERY_TENANT), own) as unknown as Database
}

/** pg waits without limit for a server that took a statement and went silent; this socket does not. */
function openSocket(silentMs: number): Socket {
  const socket = new Socket()
  const give = () => socket.destroy(Object.assign(new Error('the database is silent'), { code: 'ETIMEDOUT' }))
  return socket.setTimeout(silentMs, give)
}
