import pg from 'pg'
import type { Prisma } from '../prisma-client/client.ts'
import type { createStatementNames } from './statement-names.ts'
import { inSpan } from '../../telemetry/spans.ts'
import type { TenantConnection, TenantPool } from './tenant-pool.ts'

const TRANSACTION = { name: 'transaction', kind: 'client', attributes: { 'db.system.name': 'postgresql' } } as const

/** Sends raw SQL that carries a tenant. */
export type Send = (sql: Prisma.Sql, tenantUid: string) => Promise<pg.QueryResult<object>>

/**
 * The way of raw SQL: straight to the connections that Prisma works with. Its query layer makes nothing of such a statement, and
 * takes longer than pg does to send it and to read its rows, whose bytes it carries as base64.
 */
export interface Driver {
  /** Outside of transactions. */
  send: Send
  /** Begins a transaction of Prisma's. What it is given, asked once it has begun, sends on that connection until it is over. */
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

/** It was over its time, and its connection may be somebody else's by now. With the code that Prisma gives it. */
class TransactionOverError extends Error {
  readonly code = 'P2028'
}

/** pg would write the hour of the machine. */
const toParameter = (value: unknown) => (value instanceof Date ? value.toISOString() : value)

/** PostgreSQL shows the row that it refuses, and errors are logged. */
function withoutRows(error: unknown): never {
  if (error instanceof pg.DatabaseError) Object.assign(error, { detail: undefined, where: undefined })
  throw error
}
