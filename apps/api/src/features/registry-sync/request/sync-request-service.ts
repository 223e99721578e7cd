import type { Caller } from '../../../platform/access/caller.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import { createSyncRequestRepository, type SyncRequest } from './sync-request-repository.ts'

/** The job queue for sync runs. */
export const SYNC_QUEUE = 'registry-sync'

/** Opens its own transaction: commit changes of the registry before. */
export interface RequestingSync {
  db: TenantDb
  caller: Caller
  jobs: Pick<Jobs, 'send'>
}

type Requested = { kind: 'requested'; syncUid: string; auditUid: string } | { kind: 'not-found' | 'not-supported' }

/** Queues a sync of a registry, or joins the one that is queued or running. */
export async function requestSync({ db, caller, jobs }: RequestingSync, request: SyncRequest): Promise<Requested> {
  const requested = await db.$transaction(async (tx): Promise<Requested> => {
    const requests = createSyncRequestRepository(tx)
    const found = await requests.findRegistry(request.registryUid)
    if (!found) return { kind: 'not-found' }
    const { registry } = found
    if (!registry.isSyncSupported || registry.endpoint === '') return { kind: 'not-supported' }
    const { uid, isNew } = await requests.queue(request, caller.email)
    const { trigger, isForced = false } = request
    const details = { syncUid: uid, event: isNew ? 'requested' : 'joined', trigger, isForced }
    const auditUid = await recordAudit(tx, { caller, action: 'sync', resource: resourceOf(registry), details })
    return { kind: 'requested', syncUid: uid, auditUid }
  })
  // After the commit, so that whoever takes the job finds the run. A lost job is created again.
  if (requested.kind === 'requested') {
    await jobs.send(SYNC_QUEUE, { uid: requested.syncUid, tenantUid: db.$tenantUid })
  }
  return requested
}

type Cancelled = { kind: 'cancelled'; auditUid: string } | { kind: 'not-found' | 'not-running' }

/** Ends a queued sync, or asks the process that runs it to stop. */
export function cancelSync({ db, caller }: Omit<RequestingSync, 'jobs'>, registryUid: string): Promise<Cancelled> {
  return db.$transaction(async (tx): Promise<Cancelled> => {
    const requests = createSyncRequestRepository(tx)
    const found = await requests.findRegistry(registryUid)
    if (!found) return { kind: 'not-found' }
    const syncUid = await requests.cancel(registryUid)
    if (syncUid === null) return { kind: 'not-running' }
    const entry = { caller, action: 'cancel', resource: resourceOf(found.registry), details: { syncUid } } as const
    return { kind: 'cancelled', auditUid: await recordAudit(tx, entry) }
  })
}

const resourceOf = ({ uid, name }: { uid: string; name: string }) => ({ kind: 'registry', uid, name })
