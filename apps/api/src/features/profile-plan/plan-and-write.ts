import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { timeLimit } from '../../platform/time-limits.ts'
import { holdPacks } from '../profiles/index.ts'

/** Somebody changed, before it was written, what a plan was made of. Thrown in its transaction, which undoes all of it. */
export class OutdatedPlanError extends Error {}

const ATTEMPTS = 20

/**
 * Plans and writes, and does both again when the plan was outdated where it was to be written. Planning comes before the
 * transaction, since it waits for a thread: a transaction that did would hold its connection and its locks as long.
 *
 * @throws AppError Unavailable when others were faster every time.
 */
export async function planAndWrite<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof OutdatedPlanError)) throw error
      if (left === 0) throw new AppError('Unavailable', { retryAfterSeconds: 1, cause: error })
    }
  }
}

/** The transaction that writes a profile, which may have a thousand layers. Packs that it finds stay until it ends. */
export const inTransaction = <Result>(db: TenantDb, write: (tx: TenantClient) => Promise<Result>): Promise<Result> =>
  db.$transaction(
    async (tx) => {
      await holdPacks(tx)
      return write(tx)
    },
    { timeout: timeLimit(30_000), maxWait: timeLimit(10_000) },
  )
