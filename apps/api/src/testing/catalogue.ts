import { newUid } from '../platform/database/uid.ts'
import type { TenantDb } from '../platform/database/tenant-db.ts'
import {
  createCatalogueRepository,
  type CatalogueRow,
} from '../features/registry-sync/catalogue/catalogue-repository.ts'

export interface TestRegistry {
  name: string
  kind?: 'pack' | 'oci' | 'helm'
  packs: readonly TestPack[]
}

/** A pack version. By default it has no texts and is for all clouds. */
export type TestPack = Partial<Omit<CatalogueRow, 'uid' | 'registryUid' | 'type'>> & { name: string; version: string }

/** Adds a registry with packs to a tenant's catalogue, through the code that syncs use. */
export async function addRegistry(db: TenantDb, { name, kind = 'pack', packs }: TestRegistry): Promise<string> {
  const uid = newUid()
  const providerType = kind === 'oci' ? 'pack' : ''
  await db.registry.create({
    data: { uid, tenantUid: db.$tenantUid, name, kind, providerType, isPrivate: kind === 'oci' },
  })
  await createCatalogueRepository(db).writePacks(
    packs.map((pack) => ({
      uid: newUid(),
      registryUid: uid,
      type: kind === 'pack' ? 'spectro' : kind,
      displayName: pack.name,
      layer: 'addon' as const,
      schema: '',
      presets: '',
      readme: '',
      values: '',
      valuesDigest: '',
      cloudTypes: ['all'],
      addonType: '',
      addonSubType: '',
      group: '',
      annotations: '{}',
      constraints: '{}',
      description: '',
      eol: '',
      sourceDigest: '',
      location: '',
      isContentRead: true,
      digest: newUid(),
      ...pack,
    })),
  )
  return uid
}
