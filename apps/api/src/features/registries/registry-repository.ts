import type { Caller } from '../../platform/caller.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { recordEffect } from '../../platform/idempotency-claim.ts'
import type { Page } from '../../platform/paging.ts'
import {
  CONNECTION_COLUMNS,
  openCredentials,
  sealCredentials,
  type RegistryCredentials,
} from '../../platform/registry-credentials.ts'
import { NEWEST_RUN, type SyncRun } from '../../platform/registry-sync-status.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import type { RegistryDraft } from './registry-draft.ts'
import { registryWhere, type RegistryFilter } from './registry-filter-repository.ts'
import type { RegistryStore } from './registry-service.ts'

const METADATA = { uid: true, name: true, kind: true, scope: true, isDefault: true, isPrivate: true } as const
const COLUMNS = {
  ...METADATA,
  ...CONNECTION_COLUMNS,
  labels: true,
  annotations: true,
  isSyncSupported: true,
  lastSyncedAt: true,
  createdAt: true,
  modifiedAt: true,
  syncs: NEWEST_RUN,
} as const

/** A registry in full, its credentials in clear: for presenters that mask them, and for services. */
export interface StoredRegistry {
  uid: string
  name: string
  kind: string
  ociType: string
  providerType: string
  scope: string
  isDefault: boolean
  isPrivate: boolean
  isSyncSupported: boolean
  endpoint: string
  basePath: string
  baseContentPath: string
  defaultRegion: string
  authType: string
  credentials: RegistryCredentials
  /** JSON of string maps. */
  labels: string
  annotations: string
  lastSyncedAt: Date | null
  createdAt: Date
  modifiedAt: Date
  sync: SyncRun | undefined
}

type Row = Omit<StoredRegistry, 'credentials' | 'sync'> & { credentials: Uint8Array | null; syncs: SyncRun[] }

export function createRegistryRepository(db: TenantClient) {
  return {
    /** `scope` is `system` or `tenant`; absent, empty and `all` are every registry (contract §g). */
    listMetadata: (scope?: string) =>
      db.registry.findMany({
        where: scope && scope !== 'all' ? { scope } : {},
        select: METADATA,
        orderBy: [{ name: 'asc' }, { uid: 'asc' }],
      }),
  }
}

export function createRegistryReader(db: TenantClient, cipher: Pick<Cipher, 'decrypt'>) {
  const open = ({ syncs, credentials, ...row }: Row): StoredRegistry => ({
    ...row,
    credentials: openCredentials(credentials, cipher),
    sync: syncs[0],
  })
  return {
    async find(where: { uid: string } | { name: string }): Promise<StoredRegistry | null> {
      const row = await db.registry.findFirst({ where, select: COLUMNS })
      return row && open(row)
    },
    async list(filter: RegistryFilter, page?: Page) {
      const { where, orderBy } = registryWhere(filter)
      const [count, rows] = await Promise.all([
        page ? db.registry.count({ where }) : 0,
        db.registry.findMany({ where, orderBy, select: COLUMNS, ...(page && { skip: page.offset, take: page.limit }) }),
      ])
      return { count, items: rows.map(open) }
    },
  }
}

export interface StoreContext {
  cipher: Pick<Cipher, 'encrypt' | 'decrypt'>
  caller: Caller
}

/** Takes the client of a transaction for what changes. */
export function createRegistryStore(db: TenantClient, { cipher, caller }: StoreContext): RegistryStore {
  return {
    find: (uid) => createRegistryReader(db, cipher).find({ uid }),
    async create(uid, registry) {
      await db.registry.create({ data: { uid, tenantUid: db.$tenantUid, ...columnsOf(registry, cipher) } })
    },
    async replace(uid, registry, { isMoved }) {
      const data = { ...columnsOf(registry, cipher), modifiedAt: new Date(), ...(isMoved && { syncMark: '' }) }
      await db.registry.update({ where: { uid }, data })
    },
    async remove(uid) {
      await db.registry.delete({ where: { uid } })
    },
    async findUse(uid) {
      const [use] = await db.$queryRaw<{ packUids: string[] | null; profiles: number }[]>`
        SELECT array_agg(DISTINCT pack_uid) AS "packUids", count(DISTINCT profile_uid)::int AS profiles
        FROM layers WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${uid}`
      return { packUids: (use?.packUids ?? []).filter(Boolean), profiles: use?.profiles ?? 0 }
    },
    audit: (action, { uid, name }, details) =>
      recordEffect(db, { caller, action, resource: { kind: 'registry', uid, name }, details }),
  }
}

function columnsOf({ credentials, labels, annotations, ...columns }: RegistryDraft, cipher: Pick<Cipher, 'encrypt'>) {
  return {
    ...columns,
    labels: JSON.stringify(labels),
    annotations: JSON.stringify(annotations),
    credentials: sealCredentials(credentials, cipher),
  }
}
