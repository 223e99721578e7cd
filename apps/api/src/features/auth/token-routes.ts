import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { findTenantScope } from './session-repository.ts'
import { createSignInRepository } from './sign-in-repository.ts'
import { signIn } from './sign-in-service.ts'

export const tokenRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSignInRepository({ ...platform, log: app.log, via: 'token' })
  route(app, operations.session.authenticate, async ({ body, ip }) => {
    const user = await signIn(ports, {
      email: body.emailId,
      password: body.password,
      address: ip,
      tenant: body.org ?? undefined,
    })
    const db = platform.tenantDb(user.tenantUid)
    await recordAudit(db, {
      caller: { userUid: user.uid, email: user.email, scope: await findTenantScope(db) },
      action: 'login',
      resource: { kind: 'user', uid: user.uid, name: user.email },
      details: { via: 'token' },
    })
    return { Authorization: await platform.accessTokens.issue(user.uid), isMfa: false }
  })
}
