import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import { isHttps } from '../../../config.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { countAgainst, type RateLimit } from '../../../platform/rates/rate-limit.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { openBrowserSession, presentSession, readSessionFacts } from '../../auth/index.ts'
import { signInPage } from '../../../platform/http/pages/sign-in-page.ts'
import { FLOW_MINUTES, openFlow, sealFlow } from './sealed-flow.ts'
import { SsoRefusal } from './sso-refusal.ts'
import { finishSignIn, startSignIn } from './sso-sign-in-service.ts'
import { recordRefusal } from './sso-user-service.ts'

/** Enough for an office behind one address, too few to find tenants by trying names. */
const STARTS: RateLimit = { name: 'sso-start', max: 100, windowSeconds: 300 }

const COOKIE = 'waybill-sso'

const { ssoSessions } = operations

export const ssoSignInRoutes: PlatformRoutes = async (app, { platform }) => {
  const options = {
    path: ssoSessions.finish.path,
    httpOnly: true,
    secure: isHttps(platform.config),
    sameSite: 'lax',
  } as const

  route(app, ssoSessions.start, async (request, reply) => {
    await countAgainst(platform.prisma, STARTS, request.ip)
    const { emailOrTenant } = request.body
    const { flow, location } = await startSignIn(platform, {
      emailOrTenant,
      redirectUri: signInPage(platform, request),
    })
    void reply.setCookie(COOKIE, await sealFlow(platform.cipher, flow), { ...options, maxAge: FLOW_MINUTES * 60 })
    return { location }
  })

  route(app, ssoSessions.finish, async (request, reply) => {
    const flow = await openFlow(platform.cipher, request.cookies[COOKIE] ?? '')
    // The cookie is used once, whatever the result.
    void reply.clearCookie(COOKIE, options)
    if (!flow) throw new AppError('SsoExpired')
    const { tenantUid } = flow
    const answer = new URLSearchParams(request.body.answer)
    const user = await finishSignIn(platform, flow, answer).catch((error: unknown) => report(request, tenantUid, error))
    await openBrowserSession(platform, { request, reply }, { ...user, tenantUid, via: 'single sign-on' })
    return presentSession(await readSessionFacts(platform.tenantDb(tenantUid), user.uid))
  })

  /** Reports to the log, and to the tenant's audit log. */
  async function report({ ip: address, log }: FastifyRequest, tenantUid: string, error: unknown): Promise<never> {
    if (error instanceof SsoRefusal) {
      const { code, user, email } = error
      log.warn({ address, code, tenantUid, err: error.cause, userUids: user ? [user.uid] : [] }, 'sign-in refused')
      const leftOut = platform.refusalLimit.take({ tenantUid, userUid: user?.uid ?? '' })
      if (leftOut !== undefined) {
        await recordRefusal(platform.tenantDb(tenantUid), { user, email, code, address, leftOut })
      }
    }
    throw error
  }
}
