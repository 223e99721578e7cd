import { AppError } from '../../platform/errors/app-error.ts'
import type { AuditAction } from '../../platform/audit/audit-log.ts'
import { createApiKey } from '../../platform/access/credentials/api-key.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { checkGrant } from '../../platform/access/roles/grant-policy.ts'
import { checkMayActAs } from '../../platform/access/roles/held-role-repository.ts'
import { permissionsIn } from '../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { type ApiKeyChange, checkKeyChange, isOwnKey, type KeyOwner, mayMakeKeysFor } from './api-key-policy.ts'
import {
  deleteKey,
  findKeyToChange,
  hasUser,
  insertKey,
  type NewApiKey,
  type StoredApiKey,
  updateKey,
} from './api-key-repository.ts'

/**
 * Creates a key for the caller, or for another user of the tenant. A key may always do what its user may do at that
 * time, so creating one for another user needs all permissions.
 * @returns the key, which cannot be read again
 * @throws AppError Forbidden for another user's key without apiKey.create, GrantExceedsOwn without all other
 * permissions, ResourceNotFound for a user of another tenant
 */
export async function createApiKeyFor({ db, caller }: UseCase, wanted: NewApiKey) {
  if (!mayMakeKeysFor(caller, wanted.userUid)) throw new AppError('Forbidden')
  const isOwn = isOwnKey(caller, wanted.userUid)
  const key = { ...wanted, userUid: isOwn ? caller.userUid : wanted.userUid }
  if (!isOwn) checkGrant(caller, permissionsIn('tenant'))
  return db.$transaction(async (tx) => {
    if (!isOwn && !(await hasUser(tx, key.userUid))) throw new AppError('ResourceNotFound')
    const { apiKey, publicId, keyHash } = createApiKey()
    const uid = await insertKey(tx, { ...key, publicId, keyHash })
    willAnswer({ apiKey, uid })
    return { uid, apiKey, auditUid: await audit({ tx, caller }, 'create', { ...key, uid }) }
  })
}

interface ChangedKey {
  owner: KeyOwner
  uid: string
  change: ApiKeyChange
}

/** @throws AppError ResourceNotFound, also for keys that the caller may not change */
export async function changeApiKey({ db, caller }: UseCase, { owner, uid, change }: ChangedKey): Promise<string> {
  return db.$transaction(async (tx) => {
    const key = await findKeyToChange(tx, owner, uid)
    if (!key) throw new AppError('ResourceNotFound')
    await checkMayActAs(tx, caller, key.userUid)
    const isLimitedByOthers = checkKeyChange(caller, key, change)
    const changed = await updateKey(tx, key, { ...change, isLimitedByOthers })
    return audit({ tx, caller }, 'update', { ...changed, change: changeNames(key, changed) })
  })
}

/** @throws AppError ResourceNotFound, also for keys that the caller may not delete */
export async function deleteApiKey(
  { db, caller }: UseCase,
  { owner, uid }: Omit<ChangedKey, 'change'>,
): Promise<string> {
  return db.$transaction(async (tx) => {
    const key = await findKeyToChange(tx, owner, uid)
    if (!key) throw new AppError('ResourceNotFound')
    await checkMayActAs(tx, caller, key.userUid)
    await deleteKey(tx, uid)
    return audit({ tx, caller }, 'delete', key)
  })
}

interface NamedKey {
  uid: string
  name: string
  userUid: string
}

const audit = (
  { tx, caller }: { tx: TenantClient; caller: Caller },
  action: AuditAction,
  { uid, name, userUid, change }: NamedKey & { change?: KeyChangeNames },
) =>
  recordEffect(tx, {
    caller,
    action,
    resource: { kind: 'apikey', uid, name },
    details: { user: userUid, ...change },
  })

/** What changed about a key, for the audit log. */
interface KeyChangeNames {
  what?: 'revoked' | 'enabled'
  changed?: readonly string[]
}

type Changeable = Pick<StoredApiKey, 'name' | 'labels' | 'annotations' | 'expiresAt' | 'revokedAt'>

function changeNames(before: Changeable, after: Changeable): KeyChangeNames {
  const isTurned = (before.revokedAt === null) !== (after.revokedAt === null)
  const fields = (['name', 'labels', 'annotations'] as const).filter((field) => before[field] !== after[field])
  const isMoved = before.expiresAt?.getTime() !== after.expiresAt?.getTime()
  return {
    ...(isTurned && { what: after.revokedAt === null ? ('enabled' as const) : ('revoked' as const) }),
    changed: [...fields, ...(isMoved ? ['expiry'] : [])],
  }
}

/**
 * Parses a key's expiry as clients send it: absent, empty text and Go's zero time set none; null means never.
 * @throws AppError InvalidRequest for a time in the past
 */
export function readExpiry(given: string | null | undefined, now: Date): Date | null | undefined {
  if (given === null || given === undefined || given === '') return given === null ? null : undefined
  const time = new Date(given)
  if (time.getUTCFullYear() <= 1) return undefined
  if (time <= now) throw new AppError('InvalidRequest', { params: { field: 'spec.expiry' } })
  return time
}
