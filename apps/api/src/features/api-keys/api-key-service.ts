import { AppError } from '../../platform/errors/app-error.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { checkGrant } from '../../platform/access/grant-policy.ts'
import { permissionsIn } from '../../platform/access/roles.ts'
import type { StringMap } from '../../platform/lists/object-meta.ts'
import { type ApiKeyChange, isOwnKey, type KeyOwner, mayMakeKeysFor } from './api-key-policy.ts'

export interface NewApiKey {
  name: string
  userUid: string
  labels: StringMap
  annotations: StringMap
  expiresAt: Date | null
}

/** Inside one transaction. */
export interface ApiKeyStore {
  hasUser: (uid: string) => Promise<boolean>
  /** @returns what is shown this once. */
  create: (key: NewApiKey) => Promise<{ uid: string; apiKey: string; auditUid: string }>
  /** @returns the audit event's uid; undefined where the owner has no such key. */
  change: (owner: KeyOwner, uid: string, change: ApiKeyChange) => Promise<string | undefined>
  remove: (owner: KeyOwner, uid: string) => Promise<string | undefined>
}

/**
 * Makes a key for the caller, or for another user of the tenant: a key may do what its user may at every later time, so that of
 * another user is made by who may do everything.
 *
 * @throws AppError Forbidden for another user's without apiKey.create, GrantExceedsOwn without everything else, ResourceNotFound for
 * a user that is not of the tenant.
 */
export async function createApiKeyFor(store: ApiKeyStore, caller: Caller, key: NewApiKey) {
  if (!mayMakeKeysFor(caller, key.userUid)) throw new AppError('Forbidden')
  const isOwn = isOwnKey(caller, key.userUid)
  const userUid = isOwn ? caller.userUid : key.userUid
  if (!isOwn) checkGrant(caller, permissionsIn('tenant'))
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
