import type { ConsoleRegistryBody, RegistryUsersBody } from '@waybill/api-contract'
import type { Caller } from '../../../platform/access/caller.ts'
import { isVisible, mayNameProfiles } from '../../profiles/index.ts'
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

/**
 * Profiles of projects that the caller may not enter are counted, not named; so are all profiles if the caller may list
 * none.
 */
export function toRegistryUsers(users: readonly RegistryUser[], caller: Caller): RegistryUsersBody {
  const visible = mayNameProfiles(caller) ? users.filter((user) => isVisible(caller, user)) : []
  return {
    profiles: visible.map(({ scopeUid, ...user }) => ({
      ...user,
      projectUid: user.scope === 'project' ? scopeUid : '',
    })),
    hidden: users.length - visible.length,
  }
}
