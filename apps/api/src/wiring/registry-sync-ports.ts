import type { FastifyRequest } from 'fastify'
import { markLayersOfPacks } from '../features/profiles/write/profile-validity-repository.ts'
import { createCatalogueRepository } from '../features/registry-sync/catalogue/catalogue-repository.ts'
import {
  requestSync,
  type RegistryToSync,
  type SyncRequestPorts,
} from '../features/registry-sync/request/sync-request-service.ts'
import { createSyncRequests } from '../features/registry-sync/request/sync-request-repository.ts'
import { createSyncRuns } from '../features/registry-sync/sync-run-repository.ts'
import type { SyncEnd, SyncPorts } from '../features/registry-sync/sync-service.ts'
import { recordAudit } from '../platform/audit/audit-log.ts'
import type { Caller } from '../platform/access/caller.ts'
import type { Platform } from '../platform/platform.ts'
import type { OpenRegistry } from '../platform/registry-connection.ts'
import { connectionOf, CONNECTION_COLUMNS } from '../platform/registry-credentials.ts'
import type { SyncRequest } from '../platform/registry-sync-run.ts'
import type { TenantDb } from '../platform/database/tenant-db.ts'
import { newUid } from '../platform/database/uid.ts'

/** Of the queue that runs are worked off. */
export const SYNC_QUEUE = 'registry-sync'

/** Marking what is gone touches every layer that used it. */
const END_WITHIN_MS = 60_000

export interface SyncTools {
  cipher: Platform['cipher']
  openRegistry: OpenRegistry
  report: (error: unknown) => void
}

/** Where a sync meets its registry, the catalogue and the profiles that use what is gone. */
export function syncPorts({ cipher, openRegistry, report }: SyncTools, db: TenantDb): SyncPorts {
  return {
    newUid,
    report,
    ...createSyncRuns(db),
    ...createCatalogueRepository(db),
    async open(registryUid) {
      const row = await db.registry.findFirstOrThrow({ where: { uid: registryUid }, select: CONNECTION_COLUMNS })
      return openRegistry(connectionOf(row, cipher))
    },
    end: (end) => endRun(db, end),
  }
}

/** One transaction: a run that is over, what it found gone, and who is told. */
async function endRun(db: TenantDb, { run, claim, state, reason, counts, failures, whole }: SyncEnd) {
  await db.$transaction(
    async (tx) => {
      const runs = createSyncRuns(tx)
      if (!(await runs.end(run.uid, claim, { state, reason, counts, failures }))) return
      if (whole) {
        await createCatalogueRepository(tx).markRemoved(whole)
        await markLayersOfPacks(tx, [...whole.removedUids, ...whole.returnedUids])
        await runs.setSynced(run.registryUid, whole.mark)
      }
      await runs.forgetOldRuns(run.registryUid)
      const { name } = (await runs.findRegistry(run.registryUid)) ?? { name: '' }
      await recordAudit(tx, {
        caller: { userUid: '', email: run.requestedBy, scope: { kind: 'tenant', uid: db.$tenantUid, name: '' } },
        action: 'sync',
        resource: { kind: 'registry', uid: run.registryUid, name },
        details: { syncUid: run.uid, event: state, trigger: run.trigger, ...(reason && { reason }), ...counts },
      })
    },
    { timeout: END_WITHIN_MS, maxWait: 10_000 },
  )
}

/** Where a request for a sync meets its run and the queue. Opens its own transaction: the queue is told after it. */
function syncRequestPorts({ jobs }: Pick<Platform, 'jobs'>, db: TenantDb, caller: Caller): SyncRequestPorts {
  const audit = (registry: RegistryToSync) => ({ kind: 'registry', uid: registry.uid, name: registry.name })
  return {
    requestedBy: caller.email,
    send: (uid) => jobs.send(SYNC_QUEUE, { uid, tenantUid: db.$tenantUid }),
    transaction: (work) =>
      db.$transaction((tx) =>
        work({
          ...createSyncRequests(tx),
          recordAudit: ({ registry, ...entry }) => recordAudit(tx, { caller, resource: audit(registry), ...entry }),
        }),
      ),
  }
}

/** For features that change a registry and want it read again: call it after the change is committed. */
export const syncRequester =
  (platform: Pick<Platform, 'jobs'>) =>
  (db: TenantDb, caller: Caller, request: SyncRequest): ReturnType<typeof requestSync> =>
    requestSync(syncRequestPorts(platform, db, caller), request)

export const syncRequestPortsFor =
  (platform: Pick<Platform, 'jobs'>) =>
  ({ tenantDb, caller }: FastifyRequest): SyncRequestPorts =>
    syncRequestPorts(platform, tenantDb, caller)
