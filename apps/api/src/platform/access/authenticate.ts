import type { FastifyRequest } from 'fastify'
import type { AccessTokens } from './credentials/access-token.ts'
import { parseApiKey } from './credentials/api-key.ts'
import { AppError } from '../errors/app-error.ts'
import type { CredentialKind } from './caller.ts'
import { refuseCrossSite } from './cross-site.ts'
import type { Principal, PrincipalRepository } from './principal-repository.ts'
import { sessionTokenHash, type SessionCookie } from './session.ts'

export interface Authentication {
  principals: PrincipalRepository
  accessTokens: AccessTokens
  sessionCookie: SessionCookie
  /** Origin of the console, for when the server cannot see it itself. */
  publicUrl: string | undefined
}

export interface Authenticated {
  principal: Principal
  via: CredentialKind
}

/**
 * Finds out who sends a request. The first credential present decides: a wrong API key is refused even beside a valid
 * session.
 * @throws AppError Unauthenticated, with the same text for every reason, CrossSiteRequest for a cookie sent from
 * another site, SessionChanged if the header Session-User names another user than the cookie
 */
export async function authenticate(
  { principals, accessTokens, sessionCookie, publicUrl }: Authentication,
  request: FastifyRequest,
  projectUid: string | undefined,
): Promise<Authenticated> {
  const { apikey, authorization } = request.headers
  if (typeof apikey === 'string') return required('api-key', await byApiKey(principals, apikey, projectUid))
  if (authorization !== undefined) {
    const subject = await accessTokens.verify(authorization.replace(/^Bearer +/i, ''))
    return required('jwt', subject && (await principals.findByToken(subject, projectUid)))
  }
  const token = sessionCookie.read(request)
  if (token === undefined) throw new AppError('Unauthenticated')
  refuseCrossSite(request, publicUrl)
  const found = required('session', await principals.findBySession(sessionTokenHash(token), projectUid))
  refuseOtherUser(request, found.principal)
  return found
}

/** All tabs share one cookie: a page that was opened as one user must not act as the next one who signs in. */
function refuseOtherUser({ headers }: FastifyRequest, { userUid }: Principal): void {
  const expected = headers['session-user']
  if (expected !== undefined && expected !== userUid) throw new AppError('SessionChanged')
}

async function byApiKey(principals: PrincipalRepository, text: string, projectUid: string | undefined) {
  const parsed = parseApiKey(text)
  return parsed && principals.findByApiKey(parsed, projectUid)
}

function required(via: CredentialKind, principal: Principal | undefined): Authenticated {
  if (!principal) throw new AppError('Unauthenticated')
  return { principal, via }
}
