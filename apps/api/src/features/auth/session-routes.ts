import { commonErrorResponses, sessionSchema, signInRequestSchema } from '@waybill/api-contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { refuseCrossSite } from '../../platform/access/cross-site.ts'
import type { Platform } from '../../platform/platform.ts'
import { newSessionToken, SESSION_HOURS, sessionTokenHash } from '../../platform/access/session.ts'
import { presentSession } from './session-presenter.ts'
import { createSession, deleteSession, findTenantScope, readSessionFacts } from './session-repository.ts'
import { createSignInRepository } from './sign-in-repository.ts'
import { signIn, type SignInUser } from './sign-in-service.ts'

const path = '/v1/console/session'

export const sessionRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSignInRepository(platform)

  app.post(
    path,
    {
      config: { access: 'public' },
      // Signing a visitor in to somebody else's account is an attack too.
      onRequest: async (request) => refuseCrossSite(request),
      schema: {
        tags: ['console'],
        summary: 'Sign in: sets the session cookie',
        body: signInRequestSchema,
        response: { 200: sessionSchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const user = await signIn(ports, { ...request.body, address: request.ip })
      platform.sessionCookie.write(reply, await openSession(platform, request, user))
      return presentSession(await readSessionFacts(platform.tenantDb(user.tenantUid), user.uid))
    },
  )

  app.get(
    path,
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['console'],
        summary: 'Who is signed in, and what they may do where',
        response: { 200: sessionSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => presentSession(await readSessionFacts(tenantDb, caller.userUid)),
  )

  app.delete(
    path,
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['console'],
        summary: 'Sign out: the session ends on the server',
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      await closeSession(platform, request)
      platform.sessionCookie.clear(reply)
      return reply.status(204).send(null)
    },
  )
}

async function openSession(platform: Platform, request: FastifyRequest, user: SignInUser): Promise<string> {
  const db = platform.tenantDb(user.tenantUid)
  const token = newSessionToken()
  const expiresAt = new Date(platform.now().getTime() + SESSION_HOURS * 3_600_000)
  const before = platform.sessionCookie.read(request)
  if (before !== undefined) await deleteSession(db, sessionTokenHash(before))
  await createSession(db, { tokenHash: sessionTokenHash(token), userUid: user.uid, expiresAt })
  await recordAudit(db, {
    caller: { userUid: user.uid, email: user.email, scope: await findTenantScope(db) },
    action: 'login',
    resource: { kind: 'user', uid: user.uid, name: user.email },
    details: { via: 'console' },
  })
  return token
}

async function closeSession(platform: Platform, request: FastifyRequest) {
  const token = platform.sessionCookie.read(request)
  if (token === undefined) return
  const { caller, tenantDb } = request
  await deleteSession(tenantDb, sessionTokenHash(token))
  await recordAudit(tenantDb, {
    caller,
    action: 'logout',
    resource: { kind: 'user', uid: caller.userUid, name: caller.email },
  })
}
