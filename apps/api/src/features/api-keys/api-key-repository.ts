import { checkMayActAs } from '../../platform/access/held-role-repository.ts'
import { createApiKey } from '../../platform/access/credentials/api-key.ts'
import type { AuditAction } from '../../platform/audit/audit-log.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { willAnswer, recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { type ApiKeyChange, checkKeyChange, type KeyOwner } from './api-key-policy.ts'
import type { ApiKeyStore } from './api-key-service.ts'

/** Never the key: of it stands a digest in the database, and that leaves it for nobody. */
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

/** Takes the client of a transaction. */
export function createApiKeyStore(db: TenantClient, caller: Caller): ApiKeyStore {
  const audit = (
    action: AuditAction,
    key: { uid: string; name: string; userUid: string },
    change: KeyChangeNames = {},
  ) =>
    recordEffect(db, {
      caller,
      action,
      resource: { kind: 'apikey', uid: key.uid, name: key.name },
      details: { user: key.userUid, ...change },
    })
  return {
    hasUser: async (uid) => (await db.user.count({ where: { uid } })) === 1,
    async create({ labels, annotations, ...key }) {
      const uid = newUid()
      const { apiKey, publicId, keyHash } = createApiKey()
      const maps = { labels: JSON.stringify(labels), annotations: JSON.stringify(annotations) }
      await db.apiKey.create({ data: { uid, tenantUid: db.$tenantUid, ...key, ...maps, publicId, keyHash } })
      willAnswer({ apiKey, uid })
      return { uid, apiKey, auditUid: await audit('create', { uid, ...key }) }
    },
    async change(owner, uid, change) {
      const key = await db.apiKey.findFirst({ where: { ...whereOf(owner), uid }, select: CHANGEABLE })
      if (!key) return undefined
      await checkMayActAs(db, caller, key.userUid)
      const isLimitedByOthers = checkKeyChange(caller, key, change)
      const data = { ...columnsOf(change, key), isLimitedByOthers }
      const changed = await db.apiKey.update({ where: { uid }, data })
      return audit('update', changed, changeNames(key, changed))
    },
    async remove(owner, uid) {
      const key = await db.apiKey.findFirst({ where: { ...whereOf(owner), uid } })
      if (!key) return undefined
      await checkMayActAs(db, caller, key.userUid)
      await db.apiKey.delete({ where: { uid } })
      return audit('delete', key)
    },
  }
}

/** What changed of a key, for the audit. */
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

function columnsOf(
  { name, labels, annotations, expiresAt, isActive }: ApiKeyChange,
  { revokedAt }: { revokedAt: Date | null },
) {
  return {
    ...(name !== undefined && { name }),
    ...(labels && { labels: JSON.stringify(labels) }),
    ...(annotations && { annotations: JSON.stringify(annotations) }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(isActive !== undefined && { revokedAt: isActive ? null : (revokedAt ?? new Date()) }),
  }
}
