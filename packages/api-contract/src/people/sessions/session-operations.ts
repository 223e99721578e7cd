import type { Operations } from '../../operation/operation.ts'
import { calledByClients, documentedOnly } from '../../operation/palette.ts'
import { noContent } from '../../operation/success.ts'
import { accessTokenParams, tokenRevocationSchema } from './access-tokens.ts'
import { ownPasswordSchema } from '../passwords.ts'
import { authenticateRequestSchema, authenticateResponseSchema, sessionSchema, signInRequestSchema } from './session.ts'

const session = { path: '/v1/console/session', tag: 'console' } as const

/** Tokens of clients and sessions of the console. */
export const sessionOperations = {
  authenticate: {
    method: 'POST',
    path: '/v1/auth/authenticate',
    palette: calledByClients('v1Authenticate'),
    tag: 'auth',
    summary: 'A token of 15 minutes for e-mail and password, to be sent in the header Authorization',
    access: 'public',
    body: authenticateRequestSchema,
    success: { 200: authenticateResponseSchema },
  },
  refresh: {
    method: 'GET',
    path: '/v1/auth/refresh/{token}',
    palette: documentedOnly('v1AuthRefresh'),
    tag: 'auth',
    summary: 'A new token for one that has not expired, up to 12 hours after the sign-in',
    access: 'public',
    params: accessTokenParams,
    success: { 200: authenticateResponseSchema },
  },
  revokeTokens: {
    method: 'POST',
    path: '/v1/users/auth/tokens/revoke',
    palette: documentedOnly('v1UsersAuthTokensRevoke'),
    tag: 'auth',
    summary:
      'Ends tokens, each with those that it was refreshed into: own ones, or those of users whom the caller may change. Others are passed over',
    access: 'signed-in',
    scope: 'tenant',
    body: tokenRevocationSchema,
    success: noContent,
  },
  /** Refusal: `PasswordWrong`, `TooManyRequests`. */
  changePassword: {
    ...session,
    path: '/v1/console/session/password',
    method: 'PUT',
    summary: 'Changes your own password. All other sessions and tokens end; API keys stay',
    access: 'signed-in',
    scope: 'tenant',
    body: ownPasswordSchema,
    success: noContent,
  },
  /** Refusal: `InvalidCredentials`, `TooManyRequests`. */
  signIn: {
    ...session,
    method: 'POST',
    summary: 'Sign in: sets the session cookie',
    // Signing a visitor in to somebody else's account would be an attack too.
    access: 'public-own-site',
    body: signInRequestSchema,
    success: { 200: sessionSchema },
  },
  /** Refusal: `Unauthenticated`. */
  get: {
    ...session,
    method: 'GET',
    summary: 'Who is signed in, and what they may do where',
    access: 'signed-in',
    scope: 'tenant',
    success: { 200: sessionSchema },
  },
  signOut: {
    ...session,
    method: 'DELETE',
    summary: 'Sign out: the session ends on the server',
    access: 'signed-in',
    scope: 'tenant',
    success: noContent,
  },
} as const satisfies Operations
