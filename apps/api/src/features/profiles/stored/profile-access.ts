import type { Caller } from '../../../platform/access/caller.ts'
import type { Permission } from '../../../platform/access/roles.ts'
import type { ProfileHead } from './stored-profile.ts'

export type ProfileCaller = Pick<Caller, 'tenantUid' | 'scope' | 'permissions' | 'tenantPermissions' | 'via'>
type Place = Pick<ProfileHead, 'scope' | 'scopeUid'>

/**
 * Profiles of the system and of the tenant are seen from every project, a project's own from there, and from everywhere by
 * who may see them by a role in the tenant: clients that race for the scope send no project (clients.md §1).
 */
export const isVisible = (caller: ProfileCaller, profile: Place): boolean =>
  profile.scope !== 'project' ||
  profile.scopeUid === caller.scope.uid ||
  caller.tenantPermissions.has('clusterProfile.get')

/** What changes a profile needs the permission where the profile lies; what the system brings, nobody changes. */
export const mayOn = (caller: ProfileCaller, profile: Place, permission: Permission): boolean =>
  profile.scope !== 'system' &&
  (caller.tenantPermissions.has(permission) ||
    (profile.scopeUid === caller.scope.uid && caller.permissions.has(permission)))

/** True values go to who may write them back, but never to a screen. */
export const seesTrueValues = (caller: ProfileCaller, profile: Place): boolean =>
  caller.via !== 'session' && mayOn(caller, profile, 'clusterProfile.update')
