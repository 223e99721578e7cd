import type { ErrorBody, ErrorCode, ProblemBody } from '@waybill/api-contract'

/** The server answered, and refused: the contract's error body with its HTTP status. */
export interface ApiRefusal {
  kind: 'refusal'
  /** HTTP status, 400–599. */
  status: number
  /** `Unknown` when something between here and the server answered in a shape that is not ours. */
  code: ErrorCode | 'Unknown'
  message: string
  details: readonly ProblemBody[]
  /** Reference number as in the server's log; empty when the answer carried none. */
  ref: string
}

/** No answer came: the server is down, the network is, or the request was aborted. */
export interface NetworkFailure {
  kind: 'network'
}

/** Why an operation has no answer. */
export type ApiError = ApiRefusal | NetworkFailure

/** Operations never throw, show nothing and go nowhere; the caller decides. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError }

/** What every operation answers; `etag` is the tag of the state that was read, for `ifMatch`, and empty where there is none. */
export type Answer<T> = { ok: true; value: T; etag: string } | { ok: false; error: ApiError }

/**
 * Reads a refusal out of an answer that is not 2xx. Anything that is not the contract's error body (a proxy's page, say)
 * becomes code `Unknown` without a word of its text.
 */
export async function readRefusal(response: Response): Promise<ApiRefusal> {
  const body: unknown = await response.json().catch(() => null)
  if (isErrorBody(body)) return { kind: 'refusal', status: response.status, ...body }
  return {
    kind: 'refusal',
    status: response.status,
    code: 'Unknown',
    message: `The server answered with status ${response.status}.`,
    details: [],
    ref: '',
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null) return false
  return (
    'code' in body &&
    typeof body.code === 'string' &&
    'message' in body &&
    typeof body.message === 'string' &&
    'details' in body &&
    Array.isArray(body.details) &&
    'ref' in body &&
    typeof body.ref === 'string'
  )
}
