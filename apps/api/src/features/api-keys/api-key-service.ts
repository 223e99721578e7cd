import { AppError } from '../../platform/http/errors/app-error.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { StringMap } from '../../platform/http/lists/object-meta.ts'
import type { Permission } from '../../platform/access/roles.ts'

export interface ApiKeyChange {
  name?: string | undefined
  labels?: StringMap | undefined
  annotations?: StringMap | undefined
  /** Null: never ends. */
  expiresAt?: Date | null | undefined
  isActive?: boolean | undefined
}

export interface NewApiKey {
  name: string
  userUid: string
  labels: StringMap
  annotations: StringMap
  expiresAt: Date | null
}

/** Whose keys a caller may read or change: their own, or everybody's of the tenant. */
export type KeyOwner = { userUid: string } | 'everybody'

/** Inside one transaction. */
export interface ApiKeyStore {
  hasUser: (uid: string) => Promise<boolean>
  /** @returns what is shown this once. */
  create: (key: NewApiKey) => Promise<{ uid: string; apiKey: string; auditUid: string }>
  /** @returns the audit event's uid; undefined where the owner has no such key. */
  change: (owner: KeyOwner, uid: string, change: ApiKeyChange) => Promise<string | undefined>
  remove: (owner: KeyOwner, uid: string) => Promise<string | undefined>
}

/** Everybody has keys of their own; those of others need the permission in the tenant. */
export const keysFor = (caller: Caller, permission: Permission): KeyOwner =>
  caller.tenantPermissions.has(permission) ? 'everybody' : { userUid: caller.userUid }

/**
 * Makes a key for the caller, or for another user of the tenant. Go's SDK sends the tenant's uid for the caller's (clients.md §2).
 *
 * @throws AppError Forbidden for another user's without apiKey.create, ResourceNotFound for a user that is not of the tenant.
 */
export async function createApiKeyFor(store: ApiKeyStore, caller: Caller, key: NewApiKey) {
  const isOwn = ['', caller.tenantUid, caller.userUid].includes(key.userUid)
  const userUid = isOwn ? caller.userUid : key.userUid
  if (!isOwn && !caller.tenantPermissions.has('apiKey.create')) throw new AppError('Forbidden')
  if (!isOwn && !(await store.hasUser(userUid))) throw new AppError('ResourceNotFound')
  return store.create({ ...key, userUid })
}

interface ChangedKey {
  owner: KeyOwner
  uid: string
  change: ApiKeyChange
}

/** @throws AppError ResourceNotFound, for keys of others too. */
export async function changeApiKey(store: ApiKeyStore, { owner, uid, change }: ChangedKey): Promise<string> {
  return found(await store.change(owner, uid, change))
}

/** @throws AppError ResourceNotFound, for keys of others too. */
export async function deleteApiKey(store: ApiKeyStore, owner: KeyOwner, uid: string): Promise<string> {
  return found(await store.remove(owner, uid))
}

function found(auditUid: string | undefined): string {
  if (auditUid === undefined) throw new AppError('ResourceNotFound')
  return auditUid
}

/**
 * When a key ends, as clients send it: nothing, an empty text and Go's zero time say nothing; null says never.
 *
 * @throws AppError InvalidRequest for a time that is over.
 */
export function readExpiry(given: string | null | undefined, now: Date): Date | null | undefined {
  if (given === null || given === undefined || given === '') return given === null ? null : undefined
  const time = new Date(given)
  if (time.getUTCFullYear() <= 1) return undefined
  if (time <= now) throw new AppError('InvalidRequest', { params: { field: 'spec.expiry' } })
  return time
}
