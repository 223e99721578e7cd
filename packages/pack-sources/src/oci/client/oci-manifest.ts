import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../../source/read-body.ts'
import { SourceError } from '../../source/source-error.ts'

const IMAGE_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]
const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

/** The Accept header for manifests. Without it some registries send an obsolete format. */
export const MANIFEST_TYPES = [...IMAGE_TYPES, ...INDEX_TYPES].join(', ')

const MAX_ENTRIES = 1_000

const descriptorSchema = z.object({
  mediaType: z.string().max(255),
  digest: z.string().max(255),
  size: z.int().nonnegative(),
  annotations: z.record(z.string(), z.string()).nullish(),
})
const imageSchema = z.object({
  schemaVersion: z.literal(2),
  config: descriptorSchema,
  layers: z.array(descriptorSchema).max(MAX_ENTRIES),
})
const indexSchema = z.object({
  schemaVersion: z.literal(2),
  manifests: z.array(descriptorSchema).max(MAX_ENTRIES),
})

/** The description of a blob or a manifest in another manifest. */
export type Descriptor = z.infer<typeof descriptorSchema>
export type ImageManifest = z.infer<typeof imageSchema>
export type ImageIndex = z.infer<typeof indexSchema>

/** @throws SourceError `bad-response` */
export function parseManifest(bytes: Uint8Array): ImageManifest | ImageIndex {
  const manifest = z.union([imageSchema, indexSchema]).safeParse(parseJson(bytes))
  if (!manifest.success) throw new SourceError('bad-response')
  return manifest.data
}

/** The first image of an index. @throws SourceError `bad-response` when it has none. */
export function firstImage(index: ImageIndex): Descriptor {
  const image = index.manifests.find(({ mediaType }) => IMAGE_TYPES.includes(mediaType))
  if (!image) throw new SourceError('bad-response')
  return image
}

/** The digest of bytes in the form of OCI registries: `sha256:` and 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** @throws SourceError `bad-response` when the bytes do not match the digest. */
export function verify(bytes: Uint8Array, digest: string): void {
  if (sha256(bytes) !== digest) throw new SourceError('bad-response')
}
