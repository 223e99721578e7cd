import pg from 'pg'

const CONNECT_WITHIN_MS = 10_000
/** A process that takes longer than this is assumed to hang. */
const WAIT_FOR_OTHERS_MS = 300_000

/**
 * Runs work that must not run in several processes at once, such as those that start together. The lock ends with its
 * process.
 */
export async function oneAtATime<Result>(
  connectionString: string,
  lock: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  })
  // The work has connections of its own and fails there if it must.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`SET lock_timeout = ${WAIT_FOR_OTHERS_MS}`)
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    return await work()
  } finally {
    await client.end().catch(() => undefined)
  }
}
