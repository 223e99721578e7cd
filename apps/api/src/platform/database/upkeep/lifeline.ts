import { randomInt } from 'node:crypto'
import pg from 'pg'
import { Prisma } from '../prisma.ts'
import { sharesSessions } from './shared-sessions.ts'
import { timeLimit } from '../../time-limits.ts'

/** The first half of our advisory lock keys. */
const LIFELINES = 0x77_62_6c_6c
const CONNECT_WITHIN_MS = 5_000

/** A database session that lives as long as this process, by which other processes know that it is alive. */
export interface Lifeline {
  /**
   * This process's number, valid while its session lives; null without a session, when nobody can tell whether the
   * process is alive.
   */
  number: () => Promise<number | null>
  close: () => Promise<void>
}

/**
 * Opened on first use. It holds an advisory lock on a number of its own, which PostgreSQL releases when the process is
 * killed and its connection closes. If the session breaks while the process lives on, the next session has another
 * number.
 */
export function createLifeline(databaseUrl: string): Lifeline {
  let current: Promise<Session | null> | undefined
  const forget = (lost: Promise<Session | null>) => {
    if (current === lost) current = undefined
  }
  const start = () => {
    const starting: Promise<Session | null> = open(databaseUrl, () => forget(starting)).catch(() => {
      forget(starting)
      return null
    })
    return starting
  }
  return {
    number: async () => (await (current ??= start()))?.number ?? null,
    close: async () => {
      await (await current)?.client.end().catch(() => undefined)
    },
  }
}

interface Session {
  client: pg.Client
  number: number
}

async function open(connectionString: string, onEnd: () => void): Promise<Session> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: timeLimit(CONNECT_WITHIN_MS),
    query_timeout: timeLimit(CONNECT_WITHIN_MS),
    keepAlive: true,
    application_name: 'waybill-lifeline',
  })
  client.on('error', onEnd)
  client.on('end', onEnd)
  await client.connect()
  const number = randomInt(1, 2 ** 31)
  await (sharesSessions(connectionString) ? lockInTransaction : lock)(client, number)
  return { client, number }
}

const lock = (client: pg.Client, number: number) => client.query('SELECT pg_advisory_lock($1, $2)', [LIFELINES, number])

/**
 * A pooler keeps a session for a client only while it is in a transaction. This transaction has no snapshot, so it does
 * not hold up vacuum.
 */
async function lockInTransaction(client: pg.Client, number: number) {
  await client.query('BEGIN')
  await client.query(`SELECT set_config(name, '0', true) FROM pg_settings
    WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout')`)
  await client.query('SELECT pg_advisory_xact_lock($1, $2)', [LIFELINES, number])
}

/** SQL for whether the process with the number in this column is known to be gone. */
export const isGone = (number: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${number} IS NOT NULL AND NOT EXISTS (SELECT FROM pg_locks AS lifeline
    WHERE lifeline.locktype = 'advisory' AND lifeline.classid = ${LIFELINES}::int::oid AND lifeline.objid = ${number}::oid
      AND lifeline.database = (SELECT oid FROM pg_database WHERE datname = current_database())))`
