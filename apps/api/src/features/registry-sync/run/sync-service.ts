import { SourceError } from '@waybill/pack-sources'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import { newUid } from '../../../platform/database/uid.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import type { Cipher } from '../../../platform/keys/cipher.ts'
import { markLayersOfPacks, takePacks } from '../../profiles/index.ts'
import { findConnection, type OpenRegistry } from '../../registry-connection/index.ts'
import { createCatalogueRepository } from '../catalogue/catalogue-repository.ts'
import { noProgress, writeWalk, type Progress, type WholeWalk } from '../catalogue/catalogue-writer-service.ts'
import { startHeartbeat } from './heartbeat.ts'
import { BrokenOff, createAborter, untilAborted } from './sync-abort.ts'
import { createSyncRunRepository, type ClaimedRun, type RunEnd } from './sync-run-repository.ts'
import { timeLimit } from '../../../platform/time-limits.ts'

/** Marking removed packs touches every layer that used them. */
const END_WITHIN_MS = 60_000

export interface SyncTools {
  cipher: Pick<Cipher, 'decrypt'>
  openRegistry: OpenRegistry
  /** Called with an error that is our own fault. */
  report: (error: unknown) => void
}

interface Syncing {
  /** The client of the registry's tenant. */
  db: TenantDb
  tools: SyncTools
}

/**
 * Reads a registry into the catalogue. Whatever happens to the process, the run can be restarted from the beginning
 * with the same result: what was written stays and is not written again, and removed packs are marked at the very end.
 */
export async function syncRegistry(syncing: Syncing, syncUid: string, stopping: AbortSignal): Promise<void> {
  const { db, tools } = syncing
  const runs = createSyncRunRepository(db)
  const claim = newUid()
  const run = await runs.claim(syncUid, claim)
  if (!run) return
  const progress = noProgress()
  const aborter = createAborter(stopping)
  const write = () => runs.writeHeartbeat(run.uid, claim, progress.counts)
  const stopHeartbeat = startHeartbeat({ write, aborter, report: tools.report })
  const outcome = await walkRegistry(syncing, { run, progress, signal: aborter.signal }).catch((error: unknown) =>
    failureOf(error, tools),
  )
  await stopHeartbeat()
  const stop = aborter.stop()
  if (stop === 'lost') return
  if (stop === 'stopped') return runs.release(run.uid, claim)
  const ending = { run, claim, ...progress, ...outcome }
  if (stop === 'cancelled') return endRun(db, { ...ending, state: 'cancelled', reason: '', whole: null })
  return endRun(db, stop === 'timeout' ? { ...ending, state: 'failed', reason: stop, whole: null } : ending)
}

type Outcome = Pick<RunEnd, 'state' | 'reason'> & {
  /** What the walk saw of the registry; null unless it saw everything. */
  whole: WholeWalk | null
}

const FAILED = { state: 'failed', reason: 'internal', whole: null } as const

interface Walking {
  run: ClaimedRun
  progress: Progress
  signal: AbortSignal
}

async function walkRegistry({ db, tools }: Syncing, { run, progress, signal }: Walking): Promise<Outcome> {
  const registry = await createSyncRunRepository(db).findRegistry(run.registryUid)
  const connection = await findConnection(db, run.registryUid, tools.cipher)
  if (!registry || !connection) return FAILED
  const known = await createCatalogueRepository(db).listKnown(registry.uid)
  const { source, close } = tools.openRegistry(connection)
  try {
    const wanted = run.isForced ? { known: new Map(), mark: '' } : { known, mark: registry.syncMark }
    const events = untilAborted(source.walk({ ...wanted, signal }), signal)
    const whole = await writeWalk(db, { registry, events, known, runUid: run.uid, progress })
    return whole ? { state: 'succeeded', reason: '', whole } : { ...FAILED, reason: 'bad-response' }
  } finally {
    await close()
  }
}

function failureOf(error: unknown, { report }: SyncTools): Outcome {
  if (error instanceof SourceError) return { ...FAILED, reason: error.fault }
  if (!(error instanceof BrokenOff)) report(error)
  return FAILED
}

interface Ending extends RunEnd, Outcome {
  run: ClaimedRun
  claim: string
}

/**
 * Ends the run in one transaction, with the marks on removed packs and the audit event. Does nothing if another worker
 * has the run.
 */
async function endRun(db: TenantDb, { run, claim, whole, ...end }: Ending): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await takePacks(tx)
      const runs = createSyncRunRepository(tx)
      if (!(await runs.end(run.uid, claim, end))) return
      if (whole) {
        await createCatalogueRepository(tx).markRemoved(whole)
        await markLayersOfPacks(tx, [...whole.removedUids, ...whole.returnedUids])
        await runs.setSynced(run.registryUid, whole.mark)
      }
      await runs.forgetOldRuns(run.registryUid)
      const { name } = (await runs.findRegistry(run.registryUid)) ?? { name: '' }
      const { state, reason, counts } = end
      await recordAudit(tx, {
        caller: { userUid: '', email: run.requestedBy, scope: { kind: 'tenant', uid: db.$tenantUid, name: '' } },
        action: 'sync',
        outcome: state === 'failed' ? 'failed' : 'succeeded',
        resource: { kind: 'registry', uid: run.registryUid, name },
        details: { syncUid: run.uid, event: state, trigger: run.trigger, ...(reason && { reason }), ...counts },
      })
    },
    { timeout: timeLimit(END_WITHIN_MS), maxWait: timeLimit(10_000) },
  )
}
