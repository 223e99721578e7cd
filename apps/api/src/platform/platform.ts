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

/** What every feature is given. Routes hand services and repositories only what those need of it. */
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
  /** What registries send is unpacked and parsed by these, in a thread of their own. */
  syncReaders: ArchiveReaders
  jobs: Jobs
  storage: StorageRoom
  /** By which other processes know that this one lives. */
  lifeline: Lifeline
  /** How many refusals the audit log takes. */
  refusalLimit: RefusalLimit
  now: () => Date
  /** Since some moment; no clock that somebody sets changes it. For limits, which a jump of an hour would lift or lay on everybody. */
  monotonicMs: () => number
}
