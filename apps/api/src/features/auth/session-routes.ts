import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import { sessionTokenHash } from '../../platform/access/session.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { openBrowserSession } from './open-session.ts'
import { presentSession } from './session-presenter.ts'
import { deleteSession, readSessionFacts } from './session-repository.ts'
import { signIn } from './sign-in-service.ts'

export const sessionRoutes: PlatformRoutes = async (app, { platform }) => {
  const tools = { ...platform, log: app.log, via: 'console' } as const

  route(app, operations.session.signIn, async (request, reply) => {
    const user = await signIn(tools, { ...request.body, address: request.ip })
    await openBrowserSession(platform, { request, reply }, { ...user, via: 'console' })
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
