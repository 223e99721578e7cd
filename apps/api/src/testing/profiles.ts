import { EMPTY_VARIABLE, type DocumentPack, type DocumentVariable } from '@waybill/profile-format'
import { insertProfile } from '../features/profiles/write/profile-write-repository.ts'
import type { NewProfile } from '../features/profiles/stored/stored-profile.ts'
import { inspectLayers } from '../format-tasks/inspect/inspect-layers.ts'
import { newUid } from '../platform/database/uid.ts'
import type { Cipher } from '../platform/keys/cipher.ts'
import type { TenantClient } from '../platform/database/tenant-db.ts'
import type { TestApp } from './test-app.ts'

type TestLayer = Partial<DocumentPack> & { packUid?: string; registryUid?: string; schema?: string; defaults?: string }

export type TestProfile = Partial<Omit<NewProfile, 'layers' | 'variables' | 'labels'>> & {
  tenantUid: string
  labels?: Record<string, string>
  layers?: readonly TestLayer[]
  variables?: readonly (Partial<DocumentVariable> & { name: string })[]
}

/** Writes a profile with the code that imports use: by default a published add-on profile of the tenant. */
export async function addProfile({ deps }: Pick<TestApp, 'deps'>, profile: TestProfile): Promise<string> {
  return deps.tenantDb(profile.tenantUid).$transaction((tx) => writeProfile(tx, deps.cipher, profile))
}

/** Like `addProfile`, in the test's own transaction. */
export async function writeProfile(tx: TenantClient, cipher: Cipher, profile: TestProfile): Promise<string> {
  const { tenantUid, labels = {}, layers = [{}], variables = [], ...fields } = profile
  const uid = newUid()
  const packs = await Promise.all(
    layers.map(async (layer, index) => ({
      ...EMPTY_LAYER,
      name: `layer-${index}`,
      ...(await groundsOf(tx, layer.packUid)),
      ...layer,
    })),
  )
  const inspections = await inspectLayers(packs)
  const written: NewProfile = {
    uid,
    scope: 'tenant',
    scopeUid: tenantUid,
    name: uid,
    version: '1.0.0',
    type: 'add-on',
    cloudType: 'all',
    description: '',
    isPublished: true,
    createdBy: '',
    emptyValues: [],
    ...fields,
    labels: new Map(Object.entries(labels)),
    layers: packs.flatMap(({ schema: _schema, defaults: _defaults, ...pack }, index) => {
      const inspected = inspections[index]
      return inspected ? [{ ...pack, ...inspected }] : []
    }),
    variables: variables.map((variable) => ({ ...EMPTY_VARIABLE, displayName: variable.name, ...variable })),
  }
  await insertProfile(tx, cipher, written)
  return uid
}

interface StoredValues {
  uid: string
  tenantUid: string
  values: Uint8Array | null
}

/** The values of a layer's row, in clear. */
export const valuesOf = ({ deps }: Pick<TestApp, 'deps'>, { uid, tenantUid, values }: StoredValues): string =>
  values ? deps.cipher.decrypt(values, { tenantUid, table: 'layers', row: uid, column: 'values' }) : ''

/** The declarations of the layer's pack, which every writer passes. */
async function groundsOf(tx: TenantClient, packUid = ''): Promise<{ schema: string; defaults: string } | undefined> {
  const pack = packUid === '' ? null : await tx.packVersion.findFirst({ where: { uid: packUid } })
  return pack ? { schema: pack.schema, defaults: pack.values } : undefined
}

const EMPTY_LAYER = {
  type: 'spectro' as const,
  layer: 'addon' as const,
  version: '1.0.0',
  manifests: [],
  registry: {},
  packUid: '',
  registryUid: '',
  schema: '',
  defaults: '',
}
