import { z } from 'zod'
import type { Fetcher, FetchRequest, FetchResponse } from '../../source/fetcher.ts'
import { type Challenge, parseChallenges } from './oci-challenge.ts'
import { authorizationOf } from '../../auth/authorization.ts'
import { readJson } from '../../source/read-body.ts'
import type { RegistryAuth } from '../../auth/registry-auth.ts'
import { SourceError } from '../../source/source-error.ts'

/**
 * Sends a request with the authorization that the registry wants. `scope` names what is requested, so that one token is
 * fetched per repository instead of one per request. Resolves for every status except 401 and 403.
 *
 * @throws SourceError `unauthorised`, and what the fetcher throws.
 */
export type OciSession = (request: FetchRequest, scope: string) => Promise<FetchResponse>

interface SessionOptions {
  fetch: Fetcher
  auth: RegistryAuth
  /** The origin of the registry's endpoint, the only one that the credentials are sent to. */
  origin: string
}

const MAX_TOKEN_ANSWER_BYTES = 256 * 1024
/** The characters of a token in RFC 6750, so that a response cannot inject a header. */
const tokenText = z.string().regex(/^[\w.~+/=-]{1,65536}$/)
const tokenAnswer = z
  .object({ token: tokenText.optional(), access_token: tokenText.optional() })
  .transform((answer) => answer.token ?? answer.access_token)

/** The scope of the request that only checks for a registry; its challenge tells how to authorize the others. */
export const PING_SCOPE = ''

/** Opens a session. A 401 is answered once per request, never in a loop (distribution spec, "token authentication"). */
export function openOciSession(options: SessionOptions): OciSession {
  const { fetch, auth } = options
  const tokens = new Map<string, Promise<string>>()
  const own = authorizationOf(auth)
  const basic = auth.type === 'basic' ? own : undefined
  let always = auth.type === 'token' ? own : undefined

  const answer = ({ header, sent, scope, signal }: Refusal): Promise<string | undefined> => {
    const bearer = auth.type === 'token' ? undefined : parseChallenges(header).find(isBearer)
    if (!bearer) {
      always ??= basic
      return Promise.resolve(sent === always ? undefined : always)
    }
    const token = askForToken(bearer, options, signal)
    tokens.set(scope, token)
    // If fetching a token failed, the next request tries again.
    token.catch(() => tokens.delete(scope))
    return token
  }

  return async (request, scope) => {
    const held = tokens.get(scope)
    const sent = (await held) ?? always
    const first = await send(fetch, request, sent)
    // A registry with anonymous access may show more to a known user.
    if (scope === PING_SCOPE && first.status === 200) always ??= basic
    if (first.status !== 401) return refuseForbidden(first)
    await first.cancel()
    const newer = tokens.get(scope)
    const header = first.headers['www-authenticate'] ?? ''
    // Another request has met the same challenge in the meantime: one token serves both.
    const next = await (newer && newer !== held ? newer : answer({ header, sent, scope, signal: request.signal }))
    if (next === undefined) throw new SourceError('unauthorised')
    return refuseForbidden(await send(fetch, request, next))
  }
}

interface Refusal {
  header: string
  /** The credentials that were not sufficient. */
  sent: string | undefined
  scope: string
  signal: AbortSignal | undefined
}

const isBearer = ({ scheme, parameters }: Challenge) => scheme === 'bearer' && parameters.has('realm')

function send(fetch: Fetcher, request: FetchRequest, authorization: string | undefined): Promise<FetchResponse> {
  return fetch(authorization === undefined ? request : { ...request, authorization })
}

async function refuseForbidden(response: FetchResponse): Promise<FetchResponse> {
  if (response.status !== 401 && response.status !== 403) return response
  await response.cancel()
  throw new SourceError('unauthorised')
}

/** Credentials are sent only to a realm with the registry's own origin; any other is asked anonymously. */
async function askForToken({ parameters }: Challenge, options: SessionOptions, signal?: AbortSignal): Promise<string> {
  const { fetch, auth, origin } = options
  const url = realmUrl(parameters)
  const request = { url: url.href, maxBytes: MAX_TOKEN_ANSWER_BYTES, ...(signal && { signal }) }
  const response = await send(fetch, request, url.origin === origin ? authorizationOf(auth) : undefined)
  if (response.status !== 200) {
    await response.cancel()
    throw new SourceError(response.status < 500 ? 'unauthorised' : 'bad-response')
  }
  const token = tokenAnswer.safeParse(await readJson(response, MAX_TOKEN_ANSWER_BYTES)).data
  if (token === undefined) throw new SourceError('bad-response')
  return `Bearer ${token}`
}

function realmUrl(parameters: Challenge['parameters']): URL {
  const url = URL.parse(parameters.get('realm') ?? '')
  if (!url) throw new SourceError('bad-response')
  const service = parameters.get('service')
  if (service) url.searchParams.set('service', service)
  for (const scope of parameters.get('scope')?.split(' ') ?? []) url.searchParams.append('scope', scope)
  return url
}
