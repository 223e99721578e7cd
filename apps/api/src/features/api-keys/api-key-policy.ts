import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { StringMap } from '../../platform/lists/object-meta.ts'

/** Whose keys a caller may read or change: their own, or everybody's in the tenant. */
export type KeyOwner = { userUid: string } | 'everybody'

/** Everybody may manage their own keys; those of others need the permission in the tenant. */
export const keysFor = (caller: Caller, permission: Permission): KeyOwner =>
  caller.tenantPermissions.has(permission) ? 'everybody' : { userUid: caller.userUid }

/** Palette's clients name the tenant, or nobody, to mean the caller. */
export const isOwnKey = (caller: Caller, userUid: string): boolean =>
  ['', caller.tenantUid, caller.userUid].includes(userUid)

export const mayMakeKeysFor = (caller: Caller, userUid: string): boolean =>
  isOwnKey(caller, userUid) || caller.tenantPermissions.has('apiKey.create')

export interface ApiKeyChange {
  name?: string | undefined
  labels?: StringMap | undefined
  annotations?: StringMap | undefined
  /** Null: never expires. */
  expiresAt?: Date | null | undefined
  isActive?: boolean | undefined
}

interface KeyLimits {
  userUid: string
  /** Null: never expires. */
  expiresAt: Date | null
  revokedAt: Date | null
  /** Whether somebody other than its user has revoked it or set an earlier expiry. */
  isLimitedByOthers: boolean
}

/**
 * A user may not undo what others did to end their key, unless they may change others' keys.
 * @returns whether the key is limited by others afterwards
 * @throws AppError Forbidden
 */
export function checkKeyChange(caller: Caller, key: KeyLimits, { isActive, expiresAt }: ApiKeyChange): boolean {
  const isProlonged = expiresAt !== undefined && endOf(expiresAt) > endOf(key.expiresAt)
  const isWidened = isProlonged || (isActive === true && key.revokedAt !== null)
  if (isWidened && key.isLimitedByOthers && !caller.tenantPermissions.has('apiKey.update'))
    throw new AppError('Forbidden')
  const isShortened = expiresAt !== undefined && endOf(expiresAt) < endOf(key.expiresAt)
  if ((isShortened || isActive === false) && key.userUid !== caller.userUid) return true
  return key.isLimitedByOthers && !isWidened
}

const endOf = (expiresAt: Date | null): number => expiresAt?.getTime() ?? Infinity
