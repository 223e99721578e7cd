import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { timeLimit } from '../../platform/time-limits.ts'
import { holdPacks } from '../profiles/index.ts'

/** The facts of a plan changed before it was written. Thrown in the transaction, which it rolls back. */
export class OutdatedPlanError extends Error {}

const ATTEMPTS = 20

/**
 * Plans and writes, and does both again if the plan turned out to be outdated when it was written. Planning comes
 * before the transaction because it waits for a thread: a transaction would hold its connection and its locks for as
 * long.
 * @throws AppError ProfileBusy if others were faster every time
 */
export async function planAndWrite<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof OutdatedPlanError)) throw error
      if (left === 0) throw new AppError('ProfileBusy', { retryAfterSeconds: 1, cause: error })
    }
  }
}

/**
 * The transaction that writes a profile, which may have a thousand layers. Packs that it finds are not removed until it
 * ends.
 */
export const inTransaction = <Result>(db: TenantDb, write: (tx: TenantClient) => Promise<Result>): Promise<Result> =>
  db.$transaction(
    async (tx) => {
      await holdPacks(tx)
      return write(tx)
    },
    { timeout: timeLimit(30_000), maxWait: timeLimit(10_000) },
  )
