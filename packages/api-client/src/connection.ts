import { readRefusal, type Result } from './result.ts'

/** Where to send requests and in whose scope. Plain data: make another one for another scope. */
export interface Connection {
  /** Origin of the installation without a trailing slash; empty for the page's own origin. */
  baseUrl: string
  /** Scope of every request: this project, or the tenant when absent (design §3.10). */
  projectUid?: string
  /** Sent with every request, e.g. `{ ApiKey: … }` outside the browser, where no session cookie is. */
  headers?: Readonly<Record<string, string>>
}

/** One HTTP request in the contract's terms. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path from the root; made with `apiPath`, so that its parts are escaped. */
  path: string
  /** Absent and undefined entries are left out; lists repeat their key. */
  query?: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** JSON body, or a form that is sent as multipart. */
  body?: unknown
  signal?: AbortSignal | undefined
}

/** Joins path segments, each percent-encoded: apiPath`/v1/projects/${uid}/macros`. */
export function apiPath(literals: TemplateStringsArray, ...parts: readonly string[]): string {
  return literals.reduce((path, literal, i) => path + encodeURIComponent(parts[i - 1] ?? '') + literal)
}

/**
 * Sends a request and hands a 2xx answer to `read`. Every other answer, and none at all, becomes an error of the result.
 */
export async function send<T>(
  connection: Connection,
  request: ApiRequest,
  read: (response: Response) => Promise<T>,
): Promise<Result<T>> {
  try {
    const response = await fetch(connection.baseUrl + request.path + queryString(request.query), {
      method: request.method,
      headers: requestHeaders(connection, request.body),
      ...(request.body === undefined ? {} : { body: encodeBody(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    if (!response.ok) return { ok: false, error: await readRefusal(response) }
    return { ok: true, value: await read(response) }
  } catch {
    // fetch says nothing of use: a refused connection, an aborted request and a cut answer all look alike.
    return { ok: false, error: { kind: 'network' } }
  }
}

/** Reads a JSON answer. Its type is the contract's word: client and server are built from the same schemas. */
export async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

/** For answers without a body. */
export async function readNothing(): Promise<void> {}

function queryString(query: ApiRequest['query']): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) params.append(key, String(item))
  }
  return params.size === 0 ? '' : `?${params}`
}

function requestHeaders(connection: Connection, body: unknown): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    ...(connection.projectUid === undefined ? {} : { ProjectUid: connection.projectUid }),
    ...connection.headers,
  }
}

function encodeBody(body: unknown): string | FormData {
  return body instanceof FormData ? body : JSON.stringify(body)
}
