/** One request of a registry. Everything a registry is asked is a GET or HEAD; POST is for the token service of ECR alone. */
export interface FetchRequest {
  /** Absolute address. */
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  /** Of a POST, which is never redirected. */
  body?: string
  /**
   * Value of the header Authorization. Sent to the origin of the registry's own endpoint alone, whatever `url` and redirects
   * say.
   */
  authorization?: string
  /** Of the body as it comes off the wire; more ends it with `too-large`. */
  maxBytes?: number
  /** From the first byte sent to the last received, in milliseconds. */
  timeoutMs?: number
  signal?: AbortSignal
}

/** What a registry answered, before its body is read. */
export interface FetchResponse {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  /** Address after redirects; what `Link` and relative locations are resolved against. */
  url: string
  /** Not decompressed. Throws SourceError when it breaks off, is too large or too slow. Must be read to its end or cancelled. */
  body: AsyncIterable<Uint8Array>
  /** Lets go of a body that is not wanted. */
  cancel: () => Promise<void>
}

/**
 * Asks a registry. Resolves for every status; follows redirects within its own rules.
 *
 * @throws SourceError `forbidden-url`, `unreachable`, `timeout`, `bad-response` (endless redirects, headers without end),
 *   `cancelled`.
 */
export type Fetcher = (request: FetchRequest) => Promise<FetchResponse>
