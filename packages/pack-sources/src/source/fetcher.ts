/** One request to a registry. All of them are GET or HEAD; only ECR's token service needs POST. */
export interface FetchRequest {
  /** Absolute URL. */
  url: string
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  /** The body of a POST, which is never redirected. */
  body?: string
  /**
   * The Authorization header. Sent only to the origin of the registry's own endpoint, whatever `url` and redirects say.
   */
  authorization?: string
  /** The limit for the body before decompression; beyond it the body throws `too-large`. */
  maxBytes?: number
  /** From the first byte sent to the last byte received, in milliseconds. */
  timeoutMs?: number
  signal?: AbortSignal
}

/** The response of a registry, before its body is read. */
export interface FetchResponse {
  status: number
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>
  /** URL after redirects, the base for `Link` and relative locations. */
  url: string
  /**
   * Not decompressed. Throws SourceError when it is cut off, too large or too slow. Must be read to the end or
   * cancelled.
   */
  body: AsyncIterable<Uint8Array>
  /** Discards the body. */
  cancel: () => Promise<void>
}

/**
 * Sends a request to a registry. Resolves for every status; follows redirects according to its own rules.
 *
 * @throws SourceError `forbidden-url`, `unreachable`, `timeout`, `bad-response` (endless redirects or headers),
 *   `cancelled`.
 */
export type Fetcher = (request: FetchRequest) => Promise<FetchResponse>
