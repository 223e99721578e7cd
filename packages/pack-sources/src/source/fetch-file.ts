import { authorizationOf } from '../auth/authorization.ts'
import type { Fetcher, FetchRequest, FetchResponse } from './fetcher.ts'
import type { RegistryAuth } from '../auth/registry-auth.ts'
import { SourceError } from './source-error.ts'

/** How to access a host that serves plain files. */
export interface FileHost {
  fetch: Fetcher
  auth: RegistryAuth
}

/**
 * Fetches one file. Resolves for 200, and for 304 when the request is conditional.
 *
 * @throws SourceError `unauthorised`, `not-a-registry` when there is no such file, `bad-response` for any other status,
 *   and what the fetcher throws.
 */
export async function fetchFile({ fetch, auth }: FileHost, request: FetchRequest): Promise<FetchResponse> {
  const authorization = authorizationOf(auth)
  const response = await fetch({ ...request, ...(authorization !== undefined && { authorization }) })
  const { status } = response
  const isAwaited = status === 304 && Object.keys(request.headers ?? {}).some((name) => name.startsWith('if-'))
  if (status === 200 || isAwaited) return response
  await response.cancel()
  if (status === 401 || status === 403) throw new SourceError('unauthorised')
  throw new SourceError(status === 404 || status === 410 ? 'not-a-registry' : 'bad-response')
}

/** Reads the start of a body, at most `bytes`, and cancels the rest. */
export async function readStart(response: FetchResponse, bytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length >= bytes) break
  }
  await response.cancel()
  return Buffer.concat(chunks).subarray(0, bytes)
}
