import type { ConsoleRegistryBody, RegistrySyncBody } from '@waybill/api-contract'
import { isActive } from '../../../shared/registries/sync/sync-words.ts'

export type Runs = ReadonlyMap<string, RegistrySyncBody>

/** The registries updated by events; an older run never replaces a newer one. */
export function withRuns(registries: readonly ConsoleRegistryBody[], runs: Runs): readonly ConsoleRegistryBody[] {
  return registries.map((registry) => {
    const run = runs.get(registry.uid)
    return run && isNewer(run, registry.sync) ? { ...registry, sync: run } : registry
  })
}

function isNewer(run: RegistrySyncBody, loaded: RegistrySyncBody | null): boolean {
  if (loaded === null) return true
  if (run.uid !== loaded.uid) return run.requestedAt > loaded.requestedAt
  // For the same run, a finished state is newer than an active one; otherwise the one that found more is newer.
  return isActive(run) === isActive(loaded) ? run.found >= loaded.found : isActive(loaded)
}

export interface StateLook {
  label: string
  color: 'grey' | 'blue' | 'green' | 'orange' | 'red'
}

const SYNCED: StateLook = { label: 'Synced', color: 'green' }

/** The state of a registry's newest run. */
export function stateLook({
  sync,
  lastSyncedAt,
  endpoint,
}: Pick<ConsoleRegistryBody, 'sync' | 'lastSyncedAt'> & { endpoint?: string }): StateLook {
  // Its content was loaded in another way; it cannot be synced until it has an address.
  if (endpoint === '') return { label: 'No address yet', color: 'grey' }
  // Content read before runs were recorded has no run.
  if (sync === null) return lastSyncedAt === null ? { label: 'Never synced', color: 'grey' } : SYNCED
  switch (sync.state) {
    case 'queued':
      return { label: 'Waiting', color: 'blue' }
    case 'running':
      return { label: sync.isCancelRequested ? 'Cancelling' : 'Syncing', color: 'blue' }
    case 'succeeded':
      return sync.failed > 0 ? { label: `Synced, ${sync.failed} left out`, color: 'orange' } : SYNCED
    case 'failed':
      return { label: 'Failed', color: 'red' }
    default:
      return { label: 'Cancelled', color: 'grey' }
  }
}

/** Why it cannot be synced now; undefined if it can. */
export function syncRefusal({ isSyncSupported, endpoint }: ConsoleRegistryBody): string | undefined {
  if (endpoint === '') return 'It has no address yet: edit it first.'
  return isSyncSupported ? undefined : 'Its sync is switched off: edit it to change that.'
}

/** A state change for screen readers: `Public Repo: syncing, 40 of 131 found.` */
export function announcement({ name, sync }: ConsoleRegistryBody, found: string): string {
  if (sync === null) return ''
  const state = stateLook({ sync, lastSyncedAt: null }).label.toLowerCase()
  return isActive(sync) && sync.state === 'running' ? `${name}: ${state}, ${found}.` : `${name}: ${state}.`
}

/** `Pack`, `Helm`, `OCI pack`, `OCI Helm`; for Amazon's registries `ECR` instead of `OCI`. */
export function kindName({
  kind,
  providerType,
  ociType,
}: Pick<ConsoleRegistryBody, 'kind' | 'providerType' | 'ociType'>): string {
  if (kind === 'pack') return 'Pack'
  if (kind === 'helm') return 'Helm'
  const oci = ociType === 'ecr' ? 'ECR' : 'OCI'
  return `${oci} ${providerType === 'helm' ? 'Helm' : providerType === 'zarf' ? 'Zarf' : 'pack'}`
}
