import type { ErrorBody, ErrorCode, ProblemBody } from '@waybill/api-contract'

/** A refusal by the server: the contract's error body with its HTTP status. */
export interface ApiRefusal {
  kind: 'refusal'
  /** HTTP status, 400–599. */
  status: number
  /** `Unknown` when the response does not have the contract's shape, for example one from a proxy. */
  code: ErrorCode | 'Unknown'
  message: string
  details: readonly ProblemBody[]
  /** The reference number in the server's log; empty when the response has none. */
  ref: string
}

/** There was no response: the server or the network is down, or the request was aborted. */
export interface NetworkFailure {
  kind: 'network'
}

/** Why an operation has no result. */
export type ApiError = ApiRefusal | NetworkFailure

/** Operations never throw, show or redirect anything; that is up to the caller. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError }

/**
 * The result of every operation; `etag` is the tag of the state that was read, for `ifMatch`; empty when there is none.
 */
export type Answer<T> = { ok: true; value: T; etag: string } | { ok: false; error: ApiError }

/**
 * Reads a refusal from a response that is not 2xx. Anything other than the contract's error body (a proxy's page, for
 * example) gets the code `Unknown`, and none of its text is kept.
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
