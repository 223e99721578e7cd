import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles.ts'

/** Whose keys a caller may read or change: their own, or everybody's of the tenant. */
export type KeyOwner = { userUid: string } | 'everybody'

/** Everybody has keys of their own; those of others need the permission in the tenant. */
export const keysFor = (caller: Caller, permission: Permission): KeyOwner =>
  caller.tenantPermissions.has(permission) ? 'everybody' : { userUid: caller.userUid }

/** Clients of Palette name the tenant, or nobody, for the caller (clients.md §2). */
export const isOwnKey = (caller: Caller, userUid: string): boolean =>
  ['', caller.tenantUid, caller.userUid].includes(userUid)

export const mayMakeKeysFor = (caller: Caller, userUid: string): boolean =>
  isOwnKey(caller, userUid) || caller.tenantPermissions.has('apiKey.create')
