import type { ConsoleRegistryBody, RegistryUsersBody } from '@waybill/api-contract'
import type { Caller } from '../../../platform/access/caller.ts'
import { nextSyncAt, presentRun } from '../../registry-sync/index.ts'
import type { ConsoleRegistry, RegistryUser } from './console-registry-repository.ts'

const KINDS = ['pack', 'helm', 'oci'] as const

export function toConsoleRegistry({ syncs, createdAt, ...registry }: ConsoleRegistry): ConsoleRegistryBody {
  const [run] = syncs
  return {
    ...registry,
    kind: KINDS.find((kind) => kind === registry.kind) ?? 'pack',
    lastSyncedAt: registry.lastSyncedAt?.toISOString() ?? null,
    nextSyncAt: nextSyncAt({ ...registry, createdAt })?.toISOString() ?? null,
    sync: run ? presentRun(run) : null,
  }
}

/** Profiles of projects that the caller may not enter are counted, not named. */
export function toRegistryUsers(
  users: readonly RegistryUser[],
  { scope, tenantPermissions }: Pick<Caller, 'scope' | 'tenantPermissions'>,
): RegistryUsersBody {
  const visible = users.filter(
    (user) => user.scope !== 'project' || user.scopeUid === scope.uid || tenantPermissions.has('clusterProfile.get'),
  )
  return {
    profiles: visible.map(({ scopeUid, ...user }) => ({
      ...user,
      projectUid: user.scope === 'project' ? scopeUid : '',
    })),
    hidden: users.length - visible.length,
  }
}
