import type { FetchRequest, FetchResponse } from '../../source/fetcher.ts'
import {
  type Descriptor,
  firstImage,
  type ImageManifest,
  MANIFEST_TYPES,
  parseManifest,
  sha256,
  verify,
} from './oci-manifest.ts'
import { isDigest, isRepository, isTag } from './oci-names.ts'
import { readPages } from './oci-paging.ts'
import type { ApiRoot } from './oci-root.ts'
import type { OciSession } from './oci-session.ts'
import { readBody } from '../../source/read-body.ts'
import { SourceError } from '../../source/source-error.ts'

/** The operations of the OCI distribution spec that we use. Every method throws SourceError. */
export interface OciClient {
  /** All repositories, sorted. `not-a-registry` when it has no catalogue. */
  listRepositories: () => Promise<string[]>
  /** Requests one repository, to see whether the catalogue can be read. */
  tryCatalog: () => Promise<void>
  /** All tags of a repository, sorted; empty when it is gone or has none. */
  listTags: (repository: string) => Promise<string[]>
  /** The digest that a tag points to, without reading the manifest. Undefined when the registry does not tell. */
  findDigest: (repository: string, tag: string) => Promise<string | undefined>
  /** A manifest by tag or digest; for an index, its first image. `digest` is the one that the reference points to. */
  getImage: (repository: string, reference: string) => Promise<NamedImage>
  /** The same; undefined when the reference does not exist. */
  findImage: (repository: string, reference: string) => Promise<NamedImage | undefined>
  /**
   * A blob, verified against its digest and size. Throws `too-large` before reading if its declared size exceeds the
   * limit.
   */
  getBlob: (repository: string, blob: Descriptor, maxBytes: number) => Promise<Uint8Array>
}

/** An image manifest with the digest that refers to it. */
export interface NamedImage {
  digest: string
  image: ImageManifest
}

/** Creates a client for one walk or one read; it ends with its signal. */
export function createOciClient(session: OciSession, root: ApiRoot, signal: AbortSignal): OciClient {
  const get = (path: string, scope: string, options: Omit<FetchRequest, 'url'> = {}) => {
    if (signal.aborted) throw new SourceError('cancelled')
    return session({ url: `${root.url}${path}`, signal, ...options }, scope)
  }
  const getCatalog = async (query: string) =>
    expectOk(await get(`_catalog?${query}`, 'registry:catalog:*'), 'not-a-registry')
  const askManifest = (repository: string, reference: string) =>
    get(`${repository}/manifests/${reference}`, pullScope(repository), MANIFEST_REQUEST)
  const getManifest = async (repository: string, reference: string) =>
    readManifest(await expectOk(await askManifest(repository, reference)), reference)
  const imageOf = async (repository: string, { digest, manifest }: Awaited<ReturnType<typeof readManifest>>) => {
    if ('layers' in manifest) return { digest, image: manifest }
    const inner = await getManifest(repository, checkedDigest(firstImage(manifest)))
    if (!('layers' in inner.manifest)) throw new SourceError('bad-response')
    return { digest, image: inner.manifest }
  }

  return {
    listRepositories: async () => {
      const names = await readPages({ ask: getCatalog, field: 'repositories', maxNames: MAX_REPOSITORIES })
      return names.filter(isRepository)
    },
    tryCatalog: async () => (await getCatalog('n=1')).cancel(),
    listTags: async (repository) => {
      const ask = async (query: string) =>
        expectFound(await get(`${repository}/tags/list?${query}`, pullScope(repository)))
      return (await readPages({ ask, field: 'tags', maxNames: MAX_TAGS })).filter(isTag)
    },
    findDigest: async (repository, tag) => {
      const request = { ...MANIFEST_REQUEST, method: 'HEAD' } as const
      const response = await get(`${repository}/manifests/${tag}`, pullScope(repository), request)
      await response.cancel()
      return response.status === 200 ? statedDigest(response) : undefined
    },
    getImage: async (repository, reference) => imageOf(repository, await getManifest(repository, reference)),
    findImage: async (repository, reference) => {
      const response = await expectFound(await askManifest(repository, reference))
      return response && imageOf(repository, await readManifest(response, reference))
    },
    getBlob: async (repository, blob, maxBytes) => {
      if (blob.size > maxBytes) throw new SourceError('too-large')
      const path = `${repository}/blobs/${checkedDigest(blob)}`
      const bytes = await readBody(await expectOk(await get(path, pullScope(repository), { maxBytes })), maxBytes)
      verify(bytes, blob.digest)
      return bytes
    },
  }
}

const MAX_REPOSITORIES = 100_000
const MAX_TAGS = 10_000
/** The minimum size that the spec requires registries to accept. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
const MANIFEST_REQUEST = { headers: { accept: MANIFEST_TYPES }, maxBytes: MAX_MANIFEST_BYTES }

const pullScope = (repository: string) => `repository:${repository}:pull`

async function expectOk(response: FetchResponse, missing: 'not-a-registry' | 'bad-response' = 'bad-response') {
  if (response.status === 200) return response
  await response.cancel()
  throw new SourceError(response.status === 404 ? missing : 'bad-response')
}

/** Some registries keep a repository in the catalogue after its last tag was deleted, but have no tag list for it. */
async function expectFound(response: FetchResponse) {
  if (response.status !== 404) return expectOk(response)
  await response.cancel()
  return undefined
}

async function readManifest(response: FetchResponse, reference: string) {
  const bytes = await readBody(response, MAX_MANIFEST_BYTES)
  const digest = isDigest(reference) ? reference : (statedDigest(response) ?? sha256(bytes))
  verify(bytes, digest)
  return { digest, manifest: parseManifest(bytes) }
}

function statedDigest({ headers }: FetchResponse): string | undefined {
  const digest = headers['docker-content-digest']
  return digest !== undefined && isDigest(digest) ? digest : undefined
}

function checkedDigest({ digest }: Descriptor): string {
  if (!isDigest(digest)) throw new SourceError('bad-response')
  return digest
}
