import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { createSyncRequestRepository } from '../request/sync-request-repository.ts'
import { createSyncScheduleRepository } from '../request/sync-schedule-repository.ts'
import { syncRegistry } from './sync-service.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { OpenRegistry } from '../../registry-connection/index.ts'
import { SYNC_QUEUE } from '../request/sync-request-service.ts'

const SCHEDULE_QUEUE = 'registry-sync-schedule'
const SCHEDULE = '*/5 * * * *'

/** Registries that one process reads at a time. */
const SYNCS_AT_ONCE = 2

/** How often to look for runs whose job was lost or whose process was killed. */
const LOOK_FOR_WAITING_MS = 5_000

const runSchema = z.object({ uid: z.string(), tenantUid: z.string() })

export interface SyncJobOptions {
  openRegistry: OpenRegistry
  log: FastifyBaseLogger
}

/**
 * Works on the syncs of all tenants, and queues those that are due.
 * @returns stops it: runs are given back, so that another process or the next start continues them
 */
export async function startRegistrySync(platform: Platform, { openRegistry, log }: SyncJobOptions) {
  const { jobs, prisma, cipher, storage, tenantDb } = platform
  const schedule = createSyncScheduleRepository(prisma)
  const stopping = new AbortController()
  const report = (err: unknown) => log.error({ err }, 'registry sync')

  const work = async (data: unknown) => {
    const { uid, tenantUid } = runSchema.parse(data)
    // A run that is skipped here will be found again.
    if (stopping.signal.aborted || storage.isFull()) return
    await syncRegistry({ db: tenantDb(tenantUid), tools: { cipher, openRegistry, report } }, uid, stopping.signal)
  }
  const queueWaiting = async () => {
    for (const run of await schedule.listWaiting()) await jobs.send(SYNC_QUEUE, run)
  }
  const queueDue = async () => {
    for (const { uid, tenantUid } of await schedule.listDue()) {
      await createSyncRequestRepository(tenantDb(tenantUid)).queue({ registryUid: uid, trigger: 'schedule' }, '')
    }
    await queueWaiting()
  }

  await jobs.start(
    [
      { name: SYNC_QUEUE, concurrency: SYNCS_AT_ONCE, work: (data) => work(data).catch(report) },
      { name: SCHEDULE_QUEUE, concurrency: 1, work: queueDue, cron: SCHEDULE },
    ],
    report,
  )
  const timer = setInterval(() => void queueWaiting().catch(report), LOOK_FOR_WAITING_MS)
  await queueDue().catch(report)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await jobs.stop()
  }
}
