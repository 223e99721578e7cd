import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './prisma-client/client.ts'
import { createStatementNames } from './statement-names.ts'

const POOL_SIZE = 10
const POOL_WAIT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 20_000
const LOCK_TIMEOUT_MS = 15_000
const IDLE_IN_TRANSACTION_MS = 15_000
/** Over the limit of a statement: who answers nothing for this long is not there any more. */
const SILENT_CONNECTION_MS = 25_000

/** The whole database, all tenants. Features take the tenant's client (tenant-db.ts); this is for sign-in and seeding. */
export type Database = PrismaClient

export { Prisma }

export function createPrisma(databaseUrl: string, { silentMs = SILENT_CONNECTION_MS } = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: POOL_WAIT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      application_name: 'waybill',
      stream: () => openSocket(silentMs),
    },
    { statementNameGenerator: createStatementNames() },
  )
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}

/** pg waits without a limit for a server that took a statement and went silent: the socket it is given does not. */
function openSocket(silentMs: number): Socket {
  const socket = new Socket()
  const give = () => socket.destroy(Object.assign(new Error('the database is silent'), { code: 'ETIMEDOUT' }))
  return socket.setTimeout(silentMs, give)
}
