import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import { countAgainst, type RateLimit } from '../../platform/rates/rate-limit.ts'
import { route, type PlatformRoutes } from '../../platform/http/route.ts'
import { signInPage } from '../../platform/http/pages/sign-in-page.ts'
import { findSsoTenantByName } from './settings/sso-settings-repository.ts'

/** The same limit as for starting a sign-in, against finding tenants by trying names. */
const QUESTIONS: RateLimit = { name: 'login-way', max: 100, windowSeconds: 300 }

const { loginWays } = operations

export const loginWayRoutes: PlatformRoutes = async (app, { platform }) => {
  /** A tenant without single sign-on looks like one that does not exist. */
  async function loginsOf(request: Pick<FastifyRequest, 'ip' | 'protocol' | 'host'>, name: string | undefined) {
    await countAgainst(platform.prisma, QUESTIONS, request.ip)
    if (!name || (await findSsoTenantByName(platform.prisma, name)) === undefined) return []
    const redirectUri = `${signInPage(platform, request)}?tenant=${encodeURIComponent(name)}`
    return [{ name: 'oidc', displayName: 'Single sign-on', logo: '', redirectUri }]
  }

  const wayOf = (ssoLogins: Awaited<ReturnType<typeof loginsOf>>) => ({
    authType: ssoLogins.length === 0 ? ('password' as const) : ('sso' as const),
    redirectUrl: ssoLogins[0]?.redirectUri ?? '',
    ssoLogins,
  })

  route(app, loginWays.getLoginWay, async (request) => {
    const { orgName = '' } = request.query
    return { orgName, ...wayOf(await loginsOf(request, orgName)) }
  })

  route(app, loginWays.listOrgs, async (request) => {
    const { tenantName: name } = request.caller
    return { organizations: [{ name, ...wayOf(await loginsOf(request, name)) }] }
  })

  route(app, loginWays.listSsoLogins, async (request) => loginsOf(request, request.query.org))
}
