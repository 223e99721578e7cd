import type { TenantClient } from '../../platform/database/tenant-db.ts'
import type { Page } from '../../platform/lists/paging.ts'
import type { Cipher } from '../../platform/keys/cipher.ts'
import {
  CONNECTION_COLUMNS,
  openCredentials,
  sealCredentials,
  type RegistryCredentials,
} from '../registry-connection/index.ts'
import { NEWEST_RUN, type SyncRun } from '../registry-sync/index.ts'
import type { RegistryDraft } from './forms/registry-draft.ts'
import { registryWhere, type RegistryFilter } from './list/registry-filter-repository.ts'

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

/** A complete registry with its credentials in clear: for presenters, which mask them, and for services. */
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
  /** A string map as JSON. */
  labels: string
  annotations: string
  lastSyncedAt: Date | null
  createdAt: Date
  modifiedAt: Date
  sync: SyncRun | undefined
}

type Row = Omit<StoredRegistry, 'credentials' | 'sync'> & { credentials: Uint8Array | null; syncs: SyncRun[] }

/** Takes a transaction's client for changes. */
export function createRegistryRepository(db: TenantClient, cipher: Pick<Cipher, 'encrypt' | 'decrypt'>) {
  const rowOf = (uid: string) => ({ tenantUid: db.$tenantUid, uid })
  const columnsOf = (uid: string, { credentials, labels, annotations, ...columns }: RegistryDraft) => ({
    ...columns,
    labels: JSON.stringify(labels),
    annotations: JSON.stringify(annotations),
    credentials: sealCredentials(credentials, rowOf(uid), cipher),
  })
  const open = ({ syncs, credentials, ...row }: Row): StoredRegistry => ({
    ...row,
    credentials: openCredentials(credentials, rowOf(row.uid), cipher),
    sync: syncs[0],
  })
  return {
    /** `scope` is `system` or `tenant`; absent, empty or `all` means every registry. */
    listMetadata: (scope?: string) =>
      db.registry.findMany({
        where: scope && scope !== 'all' ? { scope } : {},
        select: METADATA,
        orderBy: [{ name: 'asc' }, { uid: 'asc' }],
      }),
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
    /** Stores a draft whose masks have been replaced by secrets. */
    async create(uid: string, registry: RegistryDraft) {
      await db.registry.create({ data: { uid, tenantUid: db.$tenantUid, ...columnsOf(uid, registry) } })
    },
    async replace(uid: string, registry: RegistryDraft, { isMoved }: { isMoved: boolean }) {
      const data = { ...columnsOf(uid, registry), modifiedAt: new Date(), ...(isMoved && { syncMark: '' }) }
      await db.registry.update({ where: { uid }, data })
    },
    /**
     * Deletes a registry with its packs. The packs are locked before it and in uid order, as a sync locks them, to
     * avoid deadlocks.
     */
    async remove(uid: string) {
      await db.$executeRaw`
        SELECT FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${uid} ORDER BY uid FOR UPDATE`
      await db.registry.delete({ where: { uid } })
    },
    /** The packs that layers use, and how many profiles have such layers. */
    async findUse(uid: string) {
      const [use] = await db.$queryRaw<{ packUids: string[] | null; profiles: number }[]>`
        SELECT array_agg(DISTINCT pack_uid) AS "packUids", count(DISTINCT profile_uid)::int AS profiles
        FROM layers WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${uid}`
      return { packUids: (use?.packUids ?? []).filter(Boolean), profiles: use?.profiles ?? 0 }
    },
  }
}
