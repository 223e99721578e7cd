import pg from 'pg'

const CONNECT_WITHIN_MS = 10_000
/** Whoever does it for longer than this does not do it any more. */
const WAIT_FOR_OTHERS_MS = 300_000

/** Does what several processes that start together must not do at once; the lock ends with its process. */
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
  // Work goes on over its own connections, and fails there where it has to.
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
