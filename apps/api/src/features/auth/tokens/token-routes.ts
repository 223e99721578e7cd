import { operations } from '@waybill/api-contract/operations'
import { createPrincipalRepository } from '../../../platform/access/principal-repository.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { openSession } from '../open-session.ts'
import { signIn } from '../sign-in-service.ts'
import { endTokens } from './token-service.ts'

export const tokenRoutes: PlatformRoutes = async (app, { platform }) => {
  const tools = { ...platform, log: app.log, via: 'token' } as const

  route(app, operations.session.authenticate, async (request) => {
    const { emailId: email, password, org } = request.body
    const user = await signIn(tools, { email, password, address: request.ip, tenant: org ?? undefined })
    const sessionUid = await openSession(platform, request, { ...user, via: 'token', tokenHash: null })
    return { Authorization: await platform.accessTokens.issue({ userUid: user.uid, sessionUid }), isMfa: false }
  })

  const principals = createPrincipalRepository(platform.prisma)
  route(app, operations.session.refresh, async ({ params }) => {
    const subject = await platform.accessTokens.verify(params.token)
    if (!subject || !(await principals.findByToken(subject, undefined))) throw new AppError('Unauthenticated')
    return { Authorization: await platform.accessTokens.issue(subject), isMfa: false }
  })

  route(app, operations.session.revokeTokens, async ({ tenantDb, caller, body }) => {
    await endTokens({ db: tenantDb, caller }, platform, body.tokens ?? [])
  })
}
