import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { newSessionToken, SESSION_HOURS, sessionTokenHash } from '../../platform/access/session.ts'
import { presentSession } from './session-presenter.ts'
import { createSession, deleteSession, findTenantScope, readSessionFacts } from './session-repository.ts'
import { createSignInRepository } from './sign-in-repository.ts'
import { signIn, type SignInUser } from './sign-in-service.ts'

export const sessionRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSignInRepository({ ...platform, log: app.log, via: 'console' })

  route(app, operations.session.signIn, async (request, reply) => {
    const user = await signIn(ports, { ...request.body, address: request.ip })
    platform.sessionCookie.write(reply, await openSession(platform, request, user))
    return presentSession(await readSessionFacts(platform.tenantDb(user.tenantUid), user.uid))
  })

  route(app, operations.session.get, async ({ tenantDb, caller }) =>
    presentSession(await readSessionFacts(tenantDb, caller.userUid)),
  )

  route(app, operations.session.signOut, async (request, reply) => {
    await closeSession(platform, request)
    platform.sessionCookie.clear(reply)
  })
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
