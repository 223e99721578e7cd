import type { LayerKind, PackType } from '@waybill/profile-format'

/** What clients send as the uid of a manifest layer. */
const MANIFEST_PACK = 'spectro-manifest-pack'

/**
 * v1PackManifestEntity and its forms for updates. Absent fields are taken from the layer of that name, else from the
 * pack.
 */
export interface LayerRequest {
  name: string
  uid?: string | undefined
  registryUid?: string | undefined
  tag?: string | undefined
  /** One of those that match the tag; without a tag it counts as one. */
  version?: string | undefined
  type?: PackType | undefined
  layer?: LayerKind | undefined
  values?: string | undefined
  manifests?: readonly { uid?: string | undefined; name: string; content?: string | undefined }[] | undefined
}

export const isManifestLayer = ({ uid, type }: LayerRequest): boolean => type === 'manifest' || uid === MANIFEST_PACK
