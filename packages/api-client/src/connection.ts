import { type Answer, type ApiRefusal, readRefusal } from './result.ts'

/** Where to send requests and in whose scope. Plain data: make another one for another scope. */
export interface Connection {
  /** Origin of the installation without a trailing slash; empty for the page's own origin. */
  baseUrl: string
  /** Scope of every request: this project, or the tenant when absent. */
  projectUid?: string
  /** Sent with every request, e.g. `{ ApiKey: … }` outside the browser, where no session cookie is. */
  headers?: Readonly<Record<string, string>>
  /** Asked when the session has ended or is another user's now: the request waits for it, and is sent once more. */
  renewSession?: (refusal: ApiRefusal) => Promise<void>
}

/** One HTTP request in the contract's terms. */
export interface ApiRequest {
  method: string
  /** Path from the root, its parts escaped. */
  path: string
  /** Absent and undefined entries are left out; lists repeat their key. */
  query?: object | undefined
  /** JSON body, or a form that is sent as multipart. */
  body?: unknown
  signal?: AbortSignal | undefined
}

/**
 * Sends a request and hands a 2xx answer to `read`. Every other answer, and none at all, becomes an error of the result unless
 * the connection renews its session.
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

/** Whether signing in would help; a wrong password is another refusal. */
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
    // fetch says nothing of use: a refused connection, an aborted request and a cut answer all look alike.
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

/** For a change of what was read under this tag: it is refused where something else stands there by now. */
export const ifMatch = (connection: Connection, etag: string): Connection => ({
  ...connection,
  headers: { ...connection.headers, 'If-Match': etag },
})
