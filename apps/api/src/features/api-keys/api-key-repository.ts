import type { createApiKey } from '../../platform/access/credentials/api-key.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'
import type { ApiKeyChange, KeyOwner } from './api-key-policy.ts'

/** Without the key: only its digest is stored, and no response contains that. */
const COLUMNS = {
  uid: true,
  name: true,
  labels: true,
  annotations: true,
  createdAt: true,
  modifiedAt: true,
  expiresAt: true,
  revokedAt: true,
  lastUsedAt: true,
  user: { select: { uid: true, firstName: true, lastName: true } },
} as const

const CHANGEABLE = {
  uid: true,
  name: true,
  labels: true,
  annotations: true,
  userUid: true,
  expiresAt: true,
  revokedAt: true,
  isLimitedByOthers: true,
} as const

const whereOf = (owner: KeyOwner) => (owner === 'everybody' ? {} : { userUid: owner.userUid })

export const listApiKeys = (db: TenantClient, owner: KeyOwner) =>
  db.apiKey.findMany({ where: whereOf(owner), select: COLUMNS, orderBy: [{ name: 'asc' }, { uid: 'asc' }] })

export const findApiKey = (db: TenantClient, owner: KeyOwner, uid: string) =>
  db.apiKey.findFirst({ where: { ...whereOf(owner), uid }, select: COLUMNS })

export type StoredApiKey = Awaited<ReturnType<typeof listApiKeys>>[number]

export const hasUser = async (db: TenantClient, uid: string): Promise<boolean> =>
  (await db.user.count({ where: { uid } })) === 1

export interface NewApiKey {
  name: string
  userUid: string
  labels: StringMap
  annotations: StringMap
  expiresAt: Date | null
}

/** @returns the uid of the row */
export async function insertKey(
  db: TenantClient,
  { labels, annotations, ...key }: NewApiKey & Omit<ReturnType<typeof createApiKey>, 'apiKey'>,
): Promise<string> {
  const uid = newUid()
  await db.apiKey.create({ data: { uid, tenantUid: db.$tenantUid, ...key, ...metaColumns({ labels, annotations }) } })
  return uid
}

export const findKeyToChange = (db: TenantClient, owner: KeyOwner, uid: string) =>
  db.apiKey.findFirst({ where: { ...whereOf(owner), uid }, select: CHANGEABLE })

export async function updateKey(
  db: TenantClient,
  { uid, revokedAt }: { uid: string; revokedAt: Date | null },
  { isLimitedByOthers, ...change }: ApiKeyChange & { isLimitedByOthers: boolean },
) {
  const data = { ...columnsOf(change, revokedAt), isLimitedByOthers }
  return db.apiKey.update({ where: { uid }, data, select: CHANGEABLE })
}

export async function deleteKey(db: TenantClient, uid: string): Promise<void> {
  await db.apiKey.delete({ where: { uid } })
}

function columnsOf({ name, labels, annotations, expiresAt, isActive }: ApiKeyChange, revokedAt: Date | null) {
  return {
    ...(name !== undefined && { name }),
    ...(labels && { labels: JSON.stringify(labels) }),
    ...(annotations && { annotations: JSON.stringify(annotations) }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(isActive !== undefined && { revokedAt: isActive ? null : (revokedAt ?? new Date()) }),
  }
}
