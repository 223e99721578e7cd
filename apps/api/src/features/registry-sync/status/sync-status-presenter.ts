import { syncFaultWords } from '@waybill/api-contract'
import { SYNC_EVERY_HOURS } from '../request/sync-schedule-repository.ts'
import type { SyncRun } from './sync-run.ts'
import { parseFailures } from './sync-run-presenter.ts'

/** The columns of a registry that concern its syncs. */
interface SyncedRegistry {
  isSyncSupported: boolean
  lastSyncedAt: Date | null
}

type SyncStatus = 'Pending' | 'InProgress' | 'Success' | 'Failed'

/**
 * A registry's newest run as v1RegistrySyncStatus. Clients wait as long as they read Pending, InProgress or Unknown, so
 * a registry that is never synced answers Success.
 */
export function presentSyncStatus(registry: SyncedRegistry, run: SyncRun | null | undefined) {
  return {
    ...outcomeOf(run),
    isSyncSupported: registry.isSyncSupported,
    lastRunTime: (run?.startedAt ?? run?.requestedAt)?.toISOString() ?? '',
    lastSyncedTime: registry.lastSyncedAt?.toISOString() ?? '',
  }
}

function outcomeOf(run: SyncRun | null | undefined): { status: SyncStatus; message: string } {
  switch (run?.state) {
    case 'queued':
      return { status: 'Pending', message: 'The sync waits to be started.' }
    case 'running':
      return { status: 'InProgress', message: 'The registry is being synced.' }
    case 'failed':
      return { status: 'Failed', message: syncFaultWords(run.reason) }
    case 'cancelled':
      return { status: 'Failed', message: 'The sync was cancelled.' }
    default:
      return { status: 'Success', message: run ? leftOutText(run) : '' }
  }
}

/** A message is one line. */
const MOST_NAMED = 10

/** `2 versions were left out: web:1.0.0, web:1.1.0.` */
function leftOutText({ failed, failures = '[]' }: SyncRun): string {
  if (failed === 0) return ''
  const places = parseFailures(failures).map(({ place }) => place)
  const named = places.slice(0, MOST_NAMED).join(', ')
  const more = places.length > 0 && failed > MOST_NAMED ? ` and ${failed - MOST_NAMED} more` : ''
  const counted = failed === 1 ? '1 version was' : `${failed} versions were`
  return `${counted} left out${named === '' ? '' : `: ${named}${more}`}.`
}

/** When the schedule syncs the registry next; null for one that is never synced. */
export function nextSyncAt(registry: SyncedRegistry & { endpoint: string; createdAt: Date }): Date | null {
  if (!registry.isSyncSupported || registry.endpoint === '') return null
  return new Date((registry.lastSyncedAt ?? registry.createdAt).getTime() + SYNC_EVERY_HOURS * 3_600_000)
}
