import type { ArchiveReaders } from '@waybill/pack-sources'
import type { Config } from '../config.ts'
import type { RefusalLimit } from './audit/refusal-limit.ts'
import type { AccessTokens } from './access/credentials/access-token.ts'
import type { Cipher } from './keys/cipher.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Lifeline } from './database/upkeep/lifeline.ts'
import type { Database } from './database/prisma.ts'
import type { StorageRoom } from './database/upkeep/storage-room.ts'
import type { SessionCookie } from './access/session.ts'
import type { TenantDb } from './database/tenant-db.ts'
import type { FormatWorkers } from '../format-tasks/format-workers.ts'

/** What every feature is given. Routes pass services and repositories only the parts that they need. */
export interface Platform {
  config: Config
  /** All tenants: for sign-in, seeding and readiness only. */
  prisma: Database
  /** One tenant's client; the same object for the same tenant. */
  tenantDb: (tenantUid: string) => TenantDb
  cipher: Cipher
  accessTokens: AccessTokens
  sessionCookie: SessionCookie
  workers: FormatWorkers
  /** Unpack and parse what registries send, in a thread of their own. */
  syncReaders: ArchiveReaders
  jobs: Jobs
  storage: StorageRoom
  /** Tells other processes that this one is alive. */
  lifeline: Lifeline
  /** Limits how many refusals the audit log takes. */
  refusalLimit: RefusalLimit
  now: () => Date
  /**
   * Milliseconds since some moment, unaffected by changes of the system clock: for limits, which a clock change would
   * lift or impose on everybody.
   */
  monotonicMs: () => number
}
