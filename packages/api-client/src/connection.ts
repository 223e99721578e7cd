import { type Answer, type ApiRefusal, readRefusal } from './result.ts'

/** Where to send requests, and in which scope. Plain data: create another one for another scope. */
export interface Connection {
  /** Origin of the installation without a trailing slash; empty for the page's own origin. */
  baseUrl: string
  /** The project that is the scope of every request; absent for the tenant. */
  projectUid?: string
  /** Headers for every request, e.g. `{ ApiKey: … }` outside the browser, where there is no session cookie. */
  headers?: Readonly<Record<string, string>>
  /**
   * Called when the session has ended or belongs to another user now: the request waits for it and is sent once more.
   */
  renewSession?: (refusal: ApiRefusal) => Promise<void>
}

/** One HTTP request in the contract's terms. */
export interface ApiRequest {
  method: string
  /** Path from the root, with its parts escaped. */
  path: string
  /** Undefined values are left out; a list repeats its key. */
  query?: object | undefined
  /** JSON body, or a form that is sent as multipart. */
  body?: unknown
  signal?: AbortSignal | undefined
}

/**
 * Sends a request and passes a 2xx response to `read`. Any other response, or none, becomes the error of the result,
 * unless the connection renews its session.
 */
export async function send<T>(
  connection: Connection,
  request: ApiRequest,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  const result = await sendOnce(connection, request, read)
  const { renewSession } = connection
  if (result.ok || result.error.kind === 'network' || !isSessionOver(result.error) || !renewSession) return result
  await renewSession(result.error)
  return sendOnce(connection, request, read)
}

/** Whether signing in would help; a wrong password has another code. */
function isSessionOver({ code }: ApiRefusal): boolean {
  return code === 'Unauthenticated' || code === 'SessionChanged'
}

async function sendOnce<T>(
  connection: Connection,
  request: ApiRequest,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(connection.baseUrl + request.path + queryString(request.query), {
      method: request.method,
      headers: requestHeaders(connection, request.body),
      ...(request.body === undefined ? {} : { body: encodeBody(request.body) }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    if (!response.ok) return { ok: false, error: await readRefusal(response) }
    return { ok: true, value: await read(response), etag: response.headers.get('etag') ?? '' }
  } catch {
    // fetch does not tell a refused connection from an aborted request or a truncated response.
    return { ok: false, error: { kind: 'network' } }
  }
}

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

/**
 * Makes a change conditional on the state that was read with this tag: it is refused if the resource has changed since.
 */
export const ifMatch = (connection: Connection, etag: string): Connection => ({
  ...connection,
  headers: { ...connection.headers, 'If-Match': etag },
})
