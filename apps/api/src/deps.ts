import { installLimits } from '@waybill/profile-format'
import { isHttps, type Config } from './config.ts'
import { createRefusalLimit } from './platform/audit/refusal-limit.ts'
import { createAccessTokens } from './platform/access/credentials/access-token.ts'
import { createCipher } from './platform/keys/cipher.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Platform } from './platform/platform.ts'
import { installTimeLimits } from './platform/time-limits.ts'
import { createLifeline } from './platform/database/upkeep/lifeline.ts'
import { unknownRoom, watchStorageRoom } from './platform/database/upkeep/storage-room.ts'
import { createPrisma } from './platform/database/prisma.ts'
import { loadSecretKeys } from './platform/keys/secret-key.ts'
import { createLog } from './platform/http/request-log.ts'
import { createSessionCookie } from './platform/access/session.ts'
import { createSyncReaders } from './features/registry-connection/readers/sync-readers.ts'
import { memoryBudget } from './platform/workers/memory-budget.ts'
import type { OnThreadFault } from './platform/workers/threads.ts'
import { forTenant, type TenantDb } from './platform/database/tenant-db.ts'
import { createFormatWorkers } from './format-tasks/format-workers.ts'

export interface Deps extends Platform {
  close: () => Promise<void>
}

/** The composition root. */
export function createDeps(config: Config, databaseUrl: string): Deps {
  // A file too large for memory is refused by its size, instead of being read until the process is killed.
  installLimits({ ...config.limits, fileBytes: Math.min(config.limits.fileBytes, memoryBudget().largeBytes) })
  installTimeLimits(config.timeLimits)
  const prisma = createPrisma(databaseUrl)
  const secrets = () => loadSecretKeys(config)
  const cipher = createCipher(secrets(), secrets)
  const log = createLog(config.logLevel)
  const onFault: OnThreadFault = (err) => log.error({ err }, 'a thread failed without a task')
  const workers = createFormatWorkers(onFault)
  const syncReaders = createSyncReaders({ onFault })
  const storage = config.databaseUrl === undefined ? watchStorageRoom(config.dataDir) : unknownRoom
  const lifeline = createLifeline(databaseUrl)
  const clients = new Map<string, TenantDb>()
  const monotonicMs = () => performance.now()
  return {
    config,
    prisma,
    tenantDb: (tenantUid) => {
      const known = clients.get(tenantUid) ?? forTenant(prisma, tenantUid)
      clients.set(tenantUid, known)
      return known
    },
    cipher,
    accessTokens: createAccessTokens(cipher),
    sessionCookie: createSessionCookie(isHttps(config)),
    workers,
    syncReaders,
    jobs: createJobs(databaseUrl),
    lifeline,
    storage,
    now: () => new Date(),
    monotonicMs,
    refusalLimit: createRefusalLimit(monotonicMs),
    close: async () => {
      storage.close()
      await Promise.all([workers.close(), syncReaders.close()])
      await Promise.all([prisma.$disconnect(), lifeline.close()])
    },
  }
}
