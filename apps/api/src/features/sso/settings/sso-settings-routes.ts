import { operations } from '@waybill/api-contract/operations'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { signInPage } from '../../../platform/http/pages/sign-in-page.ts'
import { fromOidcConfig, fromSso, toOidcConfig, toSso } from './sso-presenter.ts'
import { readSso, type SsoSettings } from './sso-settings-repository.ts'
import { changeSso, completeSso, type SsoDraft, testSso } from './sso-settings-service.ts'

const { sso } = operations

export const ssoSettingsRoutes: PlatformRoutes = async (app, { platform }) => {
  const { cipher, config } = platform
  const read = ({ tenantDb }: Pick<FastifyRequest, 'tenantDb'>) => readSso(tenantDb, cipher)

  async function save(
    { tenantDb: db, caller }: Pick<FastifyRequest, 'tenantDb' | 'caller'>,
    reply: FastifyReply,
    change: (before: SsoSettings) => SsoDraft,
  ) {
    sendAuditUid(reply, await changeSso({ db, caller, tools: platform }, change))
  }

  route(app, sso.get, async (request) => toSso(await read(request), signInPage(platform, request)))

  route(app, sso.replace, async (request, reply) => save(request, reply, (before) => fromSso(request.body, before)))

  route(app, sso.test, async (request) => {
    const before = await read(request)
    const draft = completeSso({ ...fromSso(request.body, before), isEnabled: false }, before, config)
    if (draft.issuer === '') throw new AppError('InvalidRequest', { params: { field: 'issuer' } })
    return { problem: (await testSso(draft, config, signInPage(platform, request))) ?? null }
  })

  route(app, sso.getOidcConfig, async (request) => {
    checkTenant(request)
    return toOidcConfig(await read(request), signInPage(platform, request))
  })

  route(app, sso.replaceOidcConfig, async (request, reply) => {
    checkTenant(request)
    const { issuerTls, defaultTeams, logoutUrl } = request.body
    // Without verification, somebody impersonating the provider could sign anybody in.
    if (issuerTls?.insecureSkipVerify) refuse('issuerTls.insecureSkipVerify')
    if (defaultTeams?.length) refuse('defaultTeams')
    if (logoutUrl) refuse('logoutUrl')
    await save(request, reply, (before) => fromOidcConfig(request.body, before))
  })

  route(app, sso.getDomains, async (request) => {
    checkTenant(request)
    return { domains: [...(await read(request)).domains] }
  })

  route(app, sso.replaceDomains, async (request, reply) => {
    checkTenant(request)
    const { domains } = request.body
    await save(request, reply, (before) => ({ ...before, domains, clientSecret: undefined }))
  })

  for (const operation of [sso.getSamlConfig, sso.replaceSamlConfig]) {
    route(app, operation, async (request) => {
      checkTenant(request)
      throw new AppError('NotSupported', { title: 'There is no SAML here. Sign people in by OpenID Connect.' })
    })
  }
}

type TenantRequest = Pick<FastifyRequest, 'caller'> & { params: { tenantUid: string } }

function refuse(field: string): never {
  throw new AppError('NotSupported', { params: { field } })
}

/** Other tenants look as if they did not exist. */
function checkTenant({ params, caller }: TenantRequest): void {
  if (params.tenantUid !== caller.tenantUid) throw new AppError('ResourceNotFound')
}
