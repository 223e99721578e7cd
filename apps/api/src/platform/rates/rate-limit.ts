import { hash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { Prisma, type Database } from '../database/prisma.ts'

export interface RateLimit {
  /** What is counted, e.g. `login-address`. */
  name: string
  max: number
  windowSeconds: number
}

const rowsSchema = z.array(z.object({ count: z.number(), retry_after: z.number() }))

/** Counters are keyed by digests: the table holds no e-mail or IP address. */
const keyOf = (limit: RateLimit, subject: string) => hash('sha256', `${limit.name}\0${subject}`, 'base64url')

/**
 * Counts one event for a subject, across all API processes.
 * @throws AppError TooManyRequests, with the seconds to wait, if there were more than `max` in the window
 */
export async function countAgainst(prisma: Database, limit: RateLimit, subject: string): Promise<void> {
  // A counter that begins much later than now dates from before the database's clock was set back. One that begins
  // slightly later was created by a concurrent request.
  const window = Prisma.sql`make_interval(secs => ${limit.windowSeconds}::int)`
  const isOver = Prisma.sql`rate_counters.window_start NOT BETWEEN now() - ${window} AND now() + ${window}`
  const rows = await prisma.$queryRaw(Prisma.sql`
    INSERT INTO rate_counters (key, window_start, count) VALUES (${keyOf(limit, subject)}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN ${isOver} THEN 1 ELSE rate_counters.count + 1 END,
      window_start = CASE WHEN ${isOver} THEN now() ELSE rate_counters.window_start END
    RETURNING count, least(${limit.windowSeconds}::int, greatest(1, ceil(extract(epoch FROM window_start - now()) + ${limit.windowSeconds}::int)))::int AS retry_after`)
  const [row] = rowsSchema.parse(rows)
  if (row && row.count > limit.max) throw new AppError('TooManyRequests', { retryAfterSeconds: row.retry_after })
}

/** Resets the counts: the attempts turned out to be legitimate. */
export async function forgive(prisma: Database, limit: RateLimit, subject: string): Promise<void> {
  await prisma.rateCounter.deleteMany({ where: { key: keyOf(limit, subject) } })
}

/** Takes back one count, for a subject that others share. */
export async function forgiveOne(prisma: Database, limit: RateLimit, subject: string): Promise<void> {
  const key = keyOf(limit, subject)
  await prisma.rateCounter.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}
