import type { TextInspection } from '@waybill/secret-finder'
import type { DocumentVariable, LayerKind, PackType, RegistryReference } from '@waybill/profile-format'
import type { Cipher, CipherPlace } from '../../../platform/keys/cipher.ts'
import { NO_FINDINGS, type Stage, type StoredLayer, type StoredManifest } from './stored-profile.ts'

/** A layer's row, with its pack and registry as they are now. */
export interface LayerRow {
  uid: string
  stage: Stage
  name: string
  layer: LayerKind
  type: PackType
  version: string
  tag: string | null
  packUid: string
  registryUid: string
  registryRef: string
  values: Uint8Array | null
  inspection: Uint8Array | null
  isInspected: boolean
  isInvalid: boolean
  schema: string
  defaults: string
  packDigest: string
  registryName: string | null
  registryKind: string
  registryIsPrivate: boolean
  registryProviderType: string
  registryIsSyncSupported: boolean
  manifests: ManifestRow[] | null
}

/** Bytes are in base64. */
interface ManifestRow {
  uid: string
  name: string
  content: string
  inspection: string | null
}

/**
 * Decrypts a layer's row. Only this application wrote it, which the cipher's tag proves, so its shape is not validated.
 */
export function createLayerDecoder(cipher: Cipher, tenantUid: string): (row: LayerRow) => StoredLayer {
  const readInspection = (bytes: Uint8Array | null, place: CipherPlace): TextInspection =>
    bytes ? (JSON.parse(cipher.decrypt(bytes, place)) as TextInspection) : NO_FINDINGS

  const toManifest = ({ uid, name, content, inspection }: ManifestRow): StoredManifest => {
    const at = (column: string) => ({ tenantUid, table: 'manifests', row: uid, column }) as const
    return {
      uid,
      name,
      content: cipher.decrypt(Buffer.from(content, 'base64'), at('content')),
      inspection: readInspection(inspection === null ? null : Buffer.from(inspection, 'base64'), at('inspection')),
    }
  }
  const at = ({ uid }: LayerRow, column: string) => ({ tenantUid, table: 'layers', row: uid, column }) as const

  return (row) => ({
    uid: row.uid,
    stage: row.stage,
    name: row.name,
    layer: row.layer,
    type: row.type,
    version: row.version,
    ...(row.tag !== null && { tag: row.tag }),
    ...(row.values !== null && { values: cipher.decrypt(row.values, at(row, 'values')) }),
    packUid: row.packUid,
    registryUid: row.registryUid,
    registry: registryOf(row),
    schema: row.schema,
    defaults: row.defaults,
    packDigest: row.packDigest,
    isInvalid: row.isInvalid,
    inspection: readInspection(row.inspection, at(row, 'inspection')),
    isInspected: row.isInspected,
    manifests: (row.manifests ?? []).map(toManifest),
  })
}

interface VariableRow {
  uid: string
  definition: Uint8Array
}

export const readVariable = (cipher: Cipher, tenantUid: string, { uid, definition }: VariableRow) =>
  JSON.parse(
    cipher.decrypt(definition, { tenantUid, table: 'variables', row: uid, column: 'definition' }),
  ) as DocumentVariable

/** A layer whose registry is gone has what its file said of it, else nothing but the uid. */
function registryOf(row: LayerRow): RegistryReference {
  if (row.registryName === null) {
    if (row.registryRef !== '') return JSON.parse(row.registryRef) as RegistryReference
    return row.registryUid === '' ? {} : { uid: row.registryUid }
  }
  return {
    uid: row.registryUid,
    name: row.registryName,
    kind: row.registryKind,
    isPrivate: row.registryIsPrivate,
    ...(row.registryProviderType !== '' && { providerType: row.registryProviderType }),
    isSyncSupported: row.registryIsSyncSupported,
  }
}
