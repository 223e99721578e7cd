import { segmentsOf } from './oci-names.ts'
import { type OciSession, PING_SCOPE } from './oci-session.ts'
import { SourceError, type SourceFault } from '../../source/source-error.ts'

/** The base URL of a registry's API. */
export interface ApiRoot {
  /** Up to and including `/v2/`. */
  url: string
  /** The segments that every repository begins with. */
  base: string[]
}

/** The location of a registry's packs. */
export interface RegistryPlace {
  /** URL of the registry; may include a path. */
  endpoint: string
  basePath: string
  baseContentPath: string
}

const MAX_PING_BYTES = 64 * 1024

/** Parses the endpoint. @throws SourceError `forbidden-url` when it is not an http or https URL. */
export function parseEndpoint(endpoint: string): URL {
  const url = URL.parse(endpoint)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new SourceError('forbidden-url')
  return url
}

/**
 * Finds the API. A path in the endpoint, with basePath after it, is part of the API's URL for some registries
 * (Artifactory) and of the repository names for all others (the spec has `/v2/` at the origin), so the longest URL that
 * answers is used.
 *
 * @throws SourceError `not-a-registry`, `unauthorised`, and what the fetcher throws.
 */
export async function findApiRoot(session: OciSession, place: RegistryPlace, signal: AbortSignal): Promise<ApiRoot> {
  let refusal: SourceError | undefined
  for (const root of candidates(place)) {
    try {
      if (await answersAsRegistry(session, root.url, signal)) return root
    } catch (error) {
      if (!(error instanceof SourceError) || !ANSWERS.has(error.fault)) throw error
      refusal ??= error
    }
  }
  throw refusal ?? new SourceError('not-a-registry')
}

/** Faults that mean that some server answered; a registry may still be at a shorter path. */
const ANSWERS: ReadonlySet<SourceFault> = new Set(['unauthorised', 'bad-response', 'too-large'])

function candidates({ endpoint, basePath, baseContentPath }: RegistryPlace): ApiRoot[] {
  const { origin, pathname } = parseEndpoint(endpoint)
  const own = segmentsOf(pathname)
  if (own.at(-1) === 'v2') own.pop()
  const all = [...own, ...segmentsOf(basePath)]
  const lengths = new Set([all.length, own.length, 0])
  return [...lengths].map((length) => ({
    url: [origin, ...all.slice(0, length), 'v2', ''].join('/'),
    base: [...all.slice(length), ...segmentsOf(baseContentPath)],
  }))
}

/** Many servers answer every URL with a page of their own, so only what the spec or its predecessor defines counts. */
async function answersAsRegistry(session: OciSession, url: string, signal: AbortSignal): Promise<boolean> {
  const { status, headers, cancel } = await session({ url, signal, maxBytes: MAX_PING_BYTES }, PING_SCOPE)
  await cancel()
  if (status >= 500) throw new SourceError('bad-response')
  const isRegistry = headers['docker-distribution-api-version']?.startsWith('registry/2') ?? false
  return status === 200 && (isRegistry || (headers['content-type'] ?? '').startsWith('application/json'))
}
