import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { createPrincipalRepository } from '../../platform/access/principal-repository.ts'
import { SESSION_HOURS } from '../../platform/access/session.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { revokeTokens } from './revoke-tokens.ts'
import { findTenantScope } from './session-repository.ts'
import { createSignInRepository } from './sign-in-repository.ts'
import { signIn } from './sign-in-service.ts'

export const tokenRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSignInRepository({ ...platform, log: app.log, via: 'token' })
  const secondsNow = () => Math.floor(platform.now().getTime() / 1_000)

  route(app, operations.session.authenticate, async ({ body, ip }) => {
    const { emailId: email, password, org } = body
    const user = await signIn(ports, { email, password, address: ip, tenant: org ?? undefined })
    const db = platform.tenantDb(user.tenantUid)
    await recordAudit(db, {
      caller: { userUid: user.uid, email: user.email, scope: await findTenantScope(db) },
      action: 'login',
      resource: { kind: 'user', uid: user.uid, name: user.email },
      details: { via: 'token' },
    })
    const subject = { userUid: user.uid, version: user.tokenVersion, signedInAt: secondsNow() }
    return { Authorization: await platform.accessTokens.issue(subject), isMfa: false }
  })

  const principals = createPrincipalRepository(platform.prisma)
  route(app, operations.session.refresh, async ({ params }) => {
    const subject = await platform.accessTokens.verify(params.token)
    const isLate = subject !== undefined && secondsNow() - subject.signedInAt > SESSION_HOURS * 3_600
    if (!subject || isLate || !(await principals.findByToken(subject, undefined))) throw new AppError('Unauthenticated')
    return { Authorization: await platform.accessTokens.issue(subject), isMfa: false }
  })

  route(app, operations.session.revokeTokens, async ({ tenantDb, caller, body }) => {
    const subjects = await Promise.all((body.tokens ?? []).map((token) => platform.accessTokens.verify(token)))
    const found = subjects.filter((subject) => subject !== undefined)
    await revokeTokens(tenantDb, caller, found)
  })

  route(app, operations.session.getLoginWay, async ({ query }) => ({
    authType: 'password' as const,
    orgName: query.orgName ?? '',
    redirectUrl: '',
    ssoLogins: [],
  }))

  route(app, operations.session.listOrgs, async ({ caller }) => ({
    organizations: [{ name: caller.tenantName, authType: 'password' as const, redirectUrl: '', ssoLogins: [] }],
  }))
}
