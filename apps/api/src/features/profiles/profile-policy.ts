import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Permission } from '../../platform/access/roles.ts'
import type { ProfileHead } from './stored/stored-profile.ts'

// Who may do what with a profile, all of it.

type Place = Pick<ProfileHead, 'scope' | 'scopeUid'>

/**
 * Profiles of the system and of the tenant are seen from every project, a project's own from there, and from everywhere by
 * who may see them by a role in the tenant: clients that race for the scope send no project.
 */
export const isVisible = (caller: Caller, profile: Place): boolean =>
  profile.scope !== 'project' ||
  profile.scopeUid === caller.scope.uid ||
  caller.tenantPermissions.has('clusterProfile.get')

/** Whose profiles a list shows: a project's own and those of the tenant and the system, which lie in the tenant's scope. */
export const listedScopes = (caller: { tenantUid: string; scope: { uid: string } }): string[] => [
  ...new Set([caller.scope.uid, caller.tenantUid]),
]

/** Which profiles name a macro that is not defined tells which macros are. @throws AppError Forbidden */
export function requireFilter({ permissions }: Caller, states: readonly string[]): void {
  if (states.includes('missingMacros') && !permissions.has('macro.list')) throw new AppError('Forbidden')
}

/** Who may not list profiles learns of them neither by what they use nor by what uses it: how many there are, at most. */
export const mayNameProfiles = ({ permissions }: Pick<Caller, 'permissions'>): boolean =>
  permissions.has('clusterProfile.list')

/** A profile of another project is there for who may view profiles in that one. @throws AppError ResourceNotFound */
export function requireView({ permissions }: Caller): void {
  if (!permissions.has('clusterProfile.get')) throw new AppError('ResourceNotFound')
}

/** Whether the caller may have a new profile where they are. */
export const mayCreate = ({ permissions }: Pick<Caller, 'permissions'>): boolean =>
  permissions.has('clusterProfile.create')

/** What changes a profile needs the permission where the profile lies; what the system brings, nobody changes. */
const mayOn = (caller: Caller, profile: Place, permission: Permission): boolean =>
  profile.scope !== 'system' &&
  (caller.tenantPermissions.has(permission) ||
    (profile.scopeUid === caller.scope.uid && caller.permissions.has(permission)))

type Named = Pick<ProfileHead, 'name' | 'version'>

/** Of a refusal: what the audit log calls a profile that the caller sees and may not touch. */
export const aboutProfile = ({ name, version }: Named) => ({ about: { profile: name, version } })

/** @throws AppError Forbidden */
export function requireOn(caller: Caller, profile: Place & Named, ...permissions: readonly Permission[]): void {
  if (permissions.every((permission) => mayOn(caller, profile, permission))) return
  throw new AppError('Forbidden', aboutProfile(profile))
}

/** True values go to who may write them back, but never to a screen. */
export const seesTrueValues = (caller: Caller, profile: Place): boolean =>
  caller.via !== 'session' && mayUnmask(caller, profile)

/** Suspected secrets leave in clear only for who may change the profile and so may write them anyway. */
export const mayUnmask = (caller: Caller, profile: Place): boolean => mayOn(caller, profile, 'clusterProfile.update')

/** @throws AppError Forbidden */
export const requireUnmask = (caller: Caller, profile: Place & Named): void =>
  requireOn(caller, profile, 'clusterProfile.update')

/** What an import keeps can be read where the file puts it, so that only who may change the versions in the scope keeps their values. */
export const mayKeepValues = (caller: Caller): boolean => caller.permissions.has('clusterProfile.update')

/**
 * Whose macros a profile would be deployed with: those of its own project, else of where the caller is. Null for who may not
 * see what these hold.
 */
export function macroScopeOf(caller: Caller, { scope, scopeUid }: Place): string | null {
  const isElsewhere = scope === 'project' && scopeUid !== caller.scope.uid
  const permissions = isElsewhere ? caller.tenantPermissions : caller.permissions
  if (!permissions.has('macro.get')) return null
  return isElsewhere ? scopeUid : caller.scope.uid
}
