import type { Operations } from '../operation/operation.ts'
import { calledByClients } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
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
  signIn: {
    ...session,
    method: 'POST',
    summary: 'Sign in: sets the session cookie',
    // Signing a visitor in to somebody else's account is an attack too.
    access: 'public-own-site',
    body: signInRequestSchema,
    success: { 200: sessionSchema },
  },
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
