import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'
import type { ProfileHead } from './stored/stored-profile.ts'

// All rules about who may do what with a profile.

type Place = Pick<ProfileHead, 'scope' | 'scopeUid'>

/**
 * System and tenant profiles are visible from every project, a project's own from there, and from everywhere for users
 * with a tenant role that allows it: clients that look for the scope send no project.
 */
export const isVisible = (caller: Caller, profile: Place): boolean =>
  profile.scope !== 'project' ||
  profile.scopeUid === caller.scope.uid ||
  caller.tenantPermissions.has('clusterProfile.get')

/** The scopes whose profiles a list shows: a project's own, and the tenant's, which also contains the system's. */
export const listedScopes = (caller: { tenantUid: string; scope: { uid: string } }): string[] => [
  ...new Set([caller.scope.uid, caller.tenantUid]),
]

/** Which profiles use an undefined macro reveals which macros exist. @throws AppError Forbidden */
export function requireFilter({ permissions }: Caller, states: readonly string[]): void {
  if (states.includes('missingMacros') && !permissions.has('macro.list')) throw new AppError('Forbidden')
}

/**
 * Callers who may not list profiles learn their names neither from what they use nor from what uses them; at most how
 * many there are.
 */
export const mayNameProfiles = ({ permissions }: Pick<Caller, 'permissions'>): boolean =>
  permissions.has('clusterProfile.list')

/**
 * In another project, a profile exists only for users who may view profiles there. @throws AppError ResourceNotFound
 */
export function requireView({ permissions }: Caller): void {
  if (!permissions.has('clusterProfile.get')) throw new AppError('ResourceNotFound')
}

/** Whether the caller may create a profile in the scope of the request. */
export const mayCreate = ({ permissions }: Pick<Caller, 'permissions'>): boolean =>
  permissions.has('clusterProfile.create')

/** Changing a profile needs the permission in the profile's scope; nobody may change a system profile. */
const mayOn = (caller: Caller, profile: Place, permission: Permission): boolean =>
  profile.scope !== 'system' &&
  (caller.tenantPermissions.has(permission) ||
    (profile.scopeUid === caller.scope.uid && caller.permissions.has(permission)))

type Named = Pick<ProfileHead, 'name' | 'version'>

/** For a refusal: how the audit log names a profile that the caller can see but not change. */
export const aboutProfile = ({ name, version }: Named) => ({ about: { profile: name, version } })

/** @throws AppError Forbidden */
export function requireOn(caller: Caller, profile: Place & Named, ...permissions: readonly Permission[]): void {
  if (permissions.every((permission) => mayOn(caller, profile, permission))) return
  throw new AppError('Forbidden', aboutProfile(profile))
}

/** True values go to callers who may write them back, but never to a screen. */
export const seesTrueValues = (caller: Caller, profile: Place): boolean =>
  caller.via !== 'session' && mayUnmask(caller, profile)

/**
 * Suspected secrets are exported in clear only by callers who may change the profile, and so could overwrite them
 * anyway.
 */
export const mayUnmask = (caller: Caller, profile: Place): boolean => mayOn(caller, profile, 'clusterProfile.update')

/** @throws AppError Forbidden */
export const requireUnmask = (caller: Caller, profile: Place & Named): void =>
  requireOn(caller, profile, 'clusterProfile.update')

/**
 * Values kept by an import can be read wherever the file puts them, so keeping them needs permission to change the
 * scope's profiles.
 */
export const mayKeepValues = (caller: Caller): boolean => caller.permissions.has('clusterProfile.update')

/**
 * The scope whose macros a profile would be deployed with: its own project's, else the caller's. Null if the caller may
 * not see what they contain.
 */
export function macroScopeOf(caller: Caller, { scope, scopeUid }: Place): string | null {
  const isElsewhere = scope === 'project' && scopeUid !== caller.scope.uid
  const permissions = isElsewhere ? caller.tenantPermissions : caller.permissions
  if (!permissions.has('macro.get')) return null
  return isElsewhere ? scopeUid : caller.scope.uid
}
