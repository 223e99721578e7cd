import type { ErrorBody, ErrorCode } from '@waybill/api-contract'
import { vi } from 'vitest'

/** A request as sent by the browser. */
export interface Sent {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}

let unforeseen: string[] = []

/** Answers requests by `METHOD /path`. A request that a test did not expect gets no answer, and fails the test. */
export function serve(answers: Readonly<Record<string, () => Response | Promise<Response>>>): readonly Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (address: string, { method = 'GET', body, headers: given }: RequestInit = {}) => {
    const { pathname: path, searchParams: query } = new URL(address, 'http://waybill.test')
    const headers = new Headers(given)
    sent.push({ method, path, query, headers, body: typeof body === 'string' ? JSON.parse(body) : body })
    const answer = answers[`${method} ${path}`]
    if (answer) return Promise.resolve(answer())
    unforeseen.push(`${method} ${path}`)
    return Promise.reject(new TypeError('Nobody answers'))
  })
  return sent
}

/** The unexpected requests since the last call. */
export function takeUnforeseen(): readonly string[] {
  const taken = unforeseen
  unforeseen = []
  return taken
}

/** A refusal by the server, in the contract's shape. */
export function refusal(status: number, code: ErrorCode, more: Partial<ErrorBody> = {}): () => Response {
  const body: ErrorBody = { code, message: 'Said by the server.', details: [], ref: 'r-1', ...more }
  return () => Response.json(body, { status })
}
