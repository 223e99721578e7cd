import pg from 'pg'
import type { Prisma } from '../prisma-client/client.ts'
import type { createStatementNames } from './statement-names.ts'
import { inSpan } from '../../telemetry/spans.ts'
import type { TenantConnection, TenantPool } from './tenant-pool.ts'

const TRANSACTION = { name: 'transaction', kind: 'client', attributes: { 'db.system.name': 'postgresql' } } as const

/** Sends raw SQL on behalf of a tenant. */
export type Send = (sql: Prisma.Sql, tenantUid: string) => Promise<pg.QueryResult<object>>

/**
 * Sends raw SQL directly over the connections that Prisma uses. Prisma's query layer adds nothing to such a statement,
 * is slower than pg at sending it and reading its rows, and transports bytes as base64.
 */
export interface Driver {
  /** Outside transactions. */
  send: Send
  /**
   * Begins a Prisma transaction. `sendInside`, called once it has begun, returns a function that sends on the
   * transaction's connection until it is over.
   */
  inTransaction: <Result>(begin: (sendInside: () => Send) => Promise<Result>) => Promise<Result>
}

export function createDriver(pool: TenantPool, nameOf: ReturnType<typeof createStatementNames>): Driver {
  const sendTo =
    (connection: TenantPool | TenantConnection): Send =>
    async ({ text, values }, tenant) => {
      const statement = { name: nameOf({ sql: text }), text, values: values.map(toParameter), tenant }
      return connection.query<object>(statement).catch(withoutRows)
    }
  const sendInside = (connection: TenantConnection | undefined): Send => {
    const transaction = connection?.transaction
    if (!transaction) throw new Error('no transaction has begun')
    const send = sendTo(connection)
    return async (...statement) => {
      if (transaction.isOver) throw new TransactionOverError()
      return send(...statement)
    }
  }
  return {
    send: sendTo(pool),
    inTransaction: (begin) =>
      inSpan(TRANSACTION, () => pool.noteConnection((noted) => begin(() => sendInside(noted())))),
  }
}

/**
 * The transaction timed out, and its connection may already be in use by another one. Has Prisma's code for this case.
 */
class TransactionOverError extends Error {
  readonly code = 'P2028'
}

/** pg would write the machine's local time. */
const toParameter = (value: unknown) => (value instanceof Date ? value.toISOString() : value)

/** PostgreSQL's error includes the row that it refuses, and errors are logged. */
function withoutRows(error: unknown): never {
  if (error instanceof pg.DatabaseError) Object.assign(error, { detail: undefined, where: undefined })
  throw error
}
