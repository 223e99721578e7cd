import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { sessionSchema } from '../people/sessions/session.ts'
import {
  loginWaySchema,
  oidcConfigInputSchema,
  oidcConfigSchema,
  organizationsSchema,
  orgQuerySchema,
  samlConfigInputSchema,
  samlConfigSchema,
  ssoFinishSchema,
  ssoInputSchema,
  ssoLoginsQuerySchema,
  ssoLoginsSchema,
  ssoSchema,
  ssoStartedSchema,
  ssoStartSchema,
  ssoTestSchema,
  tenantDomainsSchema,
  tenantUidParams,
} from './sso.ts'

const ofTenant = { access: { permission: 'tenant.update' }, scope: 'tenant' } as const
const console = { ...ofTenant, tag: 'console', path: '/v1/console/sso' } as const
const oidc = { ...ofTenant, tag: 'auth', path: '/v1/tenants/{tenantUid}/oidc/config', params: tenantUidParams } as const
const domains = { ...ofTenant, tag: 'auth', path: '/v1/tenants/{tenantUid}/domains', params: tenantUidParams } as const

const saml = {
  ...ofTenant,
  tag: 'auth',
  path: '/v1/tenants/{tenantUid}/saml/config',
  params: tenantUidParams,
  summary: 'Refused with NotSupported: single sign-on here is OpenID Connect',
} as const
const NO_SAML = {
  code: 'NotSupported',
  reason: 'Single sign-on here is OpenID Connect; a provider between speaks SAML',
} as const

/** Settings for signing in with OpenID Connect. */
export const ssoOperations = {
  /** Refusal: `Forbidden`. */
  get: {
    ...console,
    method: 'GET',
    summary: 'Single sign-on of the tenant; never the client secret',
    success: { 200: ssoSchema },
  },
  /** Refusal: `SsoSecretNeeded`, `InvalidRequest`. */
  replace: {
    ...console,
    method: 'PUT',
    summary: 'Replaces single sign-on of the tenant',
    body: ssoInputSchema,
    success: noContent,
  },
  /** Refusal: `SsoSecretNeeded`. */
  test: {
    ...console,
    method: 'POST',
    path: '/v1/console/sso/test',
    summary: 'Asks the provider whether it is one and takes the client, without saving anything',
    body: ssoInputSchema,
    success: { 200: ssoTestSchema },
  },
  getOidcConfig: {
    ...oidc,
    method: 'GET',
    palette: documentedOnly('V1TenantUidOidcConfigGet'),
    summary: 'Single sign-on of the tenant; never the client secret',
    success: { 200: oidcConfigSchema },
  },
  replaceOidcConfig: {
    ...oidc,
    method: 'POST',
    palette: documentedOnly('V1TenantUidOidcConfigUpdate'),
    summary: 'Changes single sign-on of the tenant; absent fields stay unchanged',
    body: oidcConfigInputSchema,
    success: noContent,
  },
  getDomains: {
    ...domains,
    method: 'GET',
    palette: documentedOnly('V1TenantUidDomainsGet'),
    summary: 'Domains of the e-mails that may sign in by single sign-on',
    success: { 200: tenantDomainsSchema },
  },
  replaceDomains: {
    ...domains,
    method: 'POST',
    palette: documentedOnly('V1TenantUidDomainsUpdate'),
    summary: 'Replaces the domains of the e-mails that may sign in by single sign-on',
    body: tenantDomainsSchema,
    success: noContent,
  },
  getSamlConfig: {
    ...saml,
    method: 'GET',
    palette: documentedOnly('V1TenantUidSamlConfigSpecGet', NO_SAML),
    success: { 200: samlConfigSchema },
  },
  replaceSamlConfig: {
    ...saml,
    method: 'POST',
    palette: documentedOnly('V1TenantUidSamlConfigUpdate', NO_SAML),
    body: samlConfigInputSchema,
    success: noContent,
  },
} as const satisfies Operations

const session = { method: 'POST', tag: 'console', access: 'public-own-site' } as const

/**
 * The two requests of a browser that signs in by single sign-on: before it goes to the provider, and after it returns.
 */
export const ssoSessionOperations = {
  /** Refusal: `SsoNotFound`, `SsoTenantNeeded`, `SsoProviderDown`. */
  start: {
    ...session,
    path: '/v1/console/session/sso/start',
    summary: 'Begins a sign-in at the provider for this e-mail address or tenant',
    body: ssoStartSchema,
    success: { 200: ssoStartedSchema },
  },
  /** Refusal: any of `Sso…`. */
  finish: {
    ...session,
    path: '/v1/console/session/sso',
    summary: 'Signs in with what the provider sent the browser back with: sets the session cookie',
    body: ssoFinishSchema,
    success: { 200: sessionSchema },
  },
} as const satisfies Operations

/** Tells Palette's clients how to sign in. */
export const loginWayOperations = {
  listOrgs: {
    method: 'GET',
    path: '/v1/auth/orgs',
    palette: documentedOnly('V1AuthOrgs'),
    tag: 'auth',
    summary: 'The tenant of the caller. Others that know the same e-mail are not told',
    access: 'signed-in',
    scope: 'tenant',
    success: { 200: organizationsSchema },
  },
  getLoginWay: {
    method: 'GET',
    path: '/v1/auth/org',
    palette: documentedOnly('v1AuthOrg'),
    tag: 'auth',
    summary: 'How users of a tenant sign in. A tenant without single sign-on is not told from one that there is not',
    access: 'public',
    query: orgQuerySchema,
    success: { 200: loginWaySchema },
  },
  listSsoLogins: {
    method: 'GET',
    path: '/v1/auth/sso/logins',
    palette: documentedOnly('V1SsoLogins'),
    tag: 'auth',
    summary: 'Single sign-on of a tenant, empty where there is none',
    access: 'public',
    query: ssoLoginsQuerySchema,
    success: { 200: ssoLoginsSchema },
  },
} as const satisfies Operations
