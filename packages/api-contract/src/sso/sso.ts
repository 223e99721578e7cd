import { z } from 'zod'

const text = z.string().trim().max(253)
const domain = z
  .string()
  .trim()
  .max(253)
  // Checked before lower-casing, which maps some letters outside of ASCII to ASCII ones.
  .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/)
  .toLowerCase()

const claims = z.object({
  email: text.describe(
    'Claim that holds the e-mail. It has to be that of `email`, which email_verified has to say is verified',
  ),
  firstName: text.describe('Claim of the first name'),
  lastName: text.describe('Claim of the last name'),
  groups: text.describe('Claim of the groups; empty: groups are not looked at'),
})

const settings = {
  isEnabled: z.boolean(),
  issuer: z
    .string()
    .trim()
    .max(2_048)
    .describe('Identifier of the provider: where /.well-known/openid-configuration is'),
  clientId: text.describe('Of Waybill at the provider'),
  scopes: z.array(text).max(20).describe('Beside openid'),
  claims,
  domains: z
    .array(domain)
    .max(50)
    .describe('Verified e-mails of these domains may sign in, and find their provider here'),
  groupRoles: z
    .array(z.object({ group: text, role: text.describe('Uid or name of a role in the tenant') }))
    .max(200)
    .optional()
    .describe(
      'Roles that are named here are held by whoever is in such a group at their last sign-in, and by nobody else',
    ),
  syncsTeams: z
    .boolean()
    .optional()
    .describe(
      'Groups put people into the teams that are called so, and out again. Whether a group that no team is called as gets one, without roles',
    ),
  usesUserInfo: z.boolean().describe('Whether claims are asked of the UserInfo endpoint too'),
  ca: z
    .string()
    .max(65_536)
    .describe('Certificate of the authority (PEM) that the provider’s is of; empty for public ones'),
}

const EXAMPLE = {
  isEnabled: true,
  issuer: 'https://login.example.com',
  clientId: 'waybill',
  scopes: ['profile', 'email', 'groups'],
  claims: { email: 'email', firstName: 'given_name', lastName: 'family_name', groups: 'groups' },
  domains: ['example.com'],
  groupRoles: [{ group: 'platform', role: 'Tenant Viewer' }],
  syncsTeams: false,
  usesUserInfo: false,
  ca: '',
}

/** The stored single sign-on settings; the secret is never returned. */
export const ssoSchema = z
  .object({
    ...settings,
    hasClientSecret: z.boolean(),
    callbackUrl: z.string().describe('To be registered at the provider'),
  })
  .meta({ examples: [{ ...EXAMPLE, hasClientSecret: true, callbackUrl: 'https://waybill.example.com/login' }] })

export const ssoInputSchema = z
  .object({
    ...settings,
    clientSecret: z
      .string()
      .max(1_024)
      .nullish()
      .describe('Absent: the stored one stays, as long as the issuer does; null or empty: none'),
  })
  .meta({ examples: [{ ...EXAMPLE, clientSecret: 'the secret of the client' }] })

/**
 * Why a provider cannot be used as configured. A closed list, so that nothing of a provider’s response is passed on.
 */
export const SSO_PROBLEMS = [
  'forbidden-url',
  'unreachable',
  'timeout',
  'not-a-provider',
  'issuer-differs',
  'client-refused',
  'failed',
] as const
export type SsoProblem = (typeof SSO_PROBLEMS)[number]

export const ssoTestSchema = z
  .object({ problem: z.enum(SSO_PROBLEMS).nullable().describe('null: provider and client are in order') })
  .meta({ examples: [{ problem: null }] })

export const ssoStartSchema = z
  .object({ emailOrTenant: z.string().trim().min(1).max(320).describe('E-mail, or the exact name of the tenant') })
  .meta({ examples: [{ emailOrTenant: 'ada@example.com' }] })
export const ssoStartedSchema = z
  .object({ location: z.string().describe('Where the browser goes on: at the provider') })
  .meta({ examples: [{ location: 'https://login.example.com/authorize?client_id=waybill' }] })

/** The parameters with which the provider sent the browser back. */
export const ssoFinishSchema = z
  .object({ answer: z.string().max(8_192).describe('The query of the address, as it is') })
  .meta({ examples: [{ answer: '?code=abc&state=xyz' }] })

export const orgQuerySchema = z.object({ orgName: text.optional().describe('Exact name of the tenant') })
export const ssoLoginsQuerySchema = z.object({ org: text.optional().describe('Exact name of the tenant') })

/** v1SsoLogins. */
export const ssoLoginsSchema = z.array(
  z.object({ name: z.string(), displayName: z.string(), logo: z.string(), redirectUri: z.string() }),
)

/** v1LoginResponse. */
export const loginWaySchema = z.object({
  authType: z.enum(['password', 'sso']),
  orgName: z.string().describe('As requested: whether such a tenant without single sign-on exists is not revealed'),
  redirectUrl: z.string(),
  ssoLogins: ssoLoginsSchema,
})

/** v1Organizations. */
export const organizationsSchema = z.object({
  organizations: z.array(
    z.object({
      name: z.string(),
      authType: z.enum(['password', 'sso']),
      redirectUrl: z.string(),
      ssoLogins: ssoLoginsSchema,
    }),
  ),
})

const paletteClaims = z.object({ Email: text, FirstName: text, LastName: text, SpectroTeam: text })

/** v1TenantOidcClientSpec. */
export const oidcConfigSchema = z
  .object({
    callbackUrl: z.string(),
    clientId: z.string(),
    clientSecret: z.string().describe('Eight asterisks where there is one'),
    defaultTeams: z.array(z.string()).describe('Always empty'),
    isSsoEnabled: z.boolean(),
    issuerTls: z.object({ caCertificateBase64: z.string(), insecureSkipVerify: z.boolean() }),
    issuerUrl: z.string(),
    logoutUrl: z.string(),
    requiredClaims: paletteClaims,
    scopes: z.array(z.string()),
    scopesDelimiter: z.string(),
    syncSsoTeams: z.boolean().describe('Whether a group that no team is called as gets one'),
    userInfo: z.object({ claims: paletteClaims, useUserInfo: z.boolean() }),
  })
  .meta({
    examples: [
      {
        callbackUrl: 'https://waybill.example.com/login',
        clientId: 'waybill',
        clientSecret: '********',
        defaultTeams: [],
        isSsoEnabled: true,
        issuerTls: { caCertificateBase64: '', insecureSkipVerify: false },
        issuerUrl: 'https://login.example.com',
        logoutUrl: '',
        requiredClaims: { Email: 'email', FirstName: 'given_name', LastName: 'family_name', SpectroTeam: 'groups' },
        scopes: ['profile', 'email'],
        scopesDelimiter: ' ',
        syncSsoTeams: false,
        userInfo: {
          claims: { Email: 'email', FirstName: 'given_name', LastName: 'family_name', SpectroTeam: 'groups' },
          useUserInfo: false,
        },
      },
    ],
  })

const givenClaims = z
  .object({ Email: text.nullish(), FirstName: text.nullish(), LastName: text.nullish(), SpectroTeam: text.nullish() })
  .nullish()

export const oidcConfigInputSchema = z
  .object({
    callbackUrl: z.string().max(2_048).nullish(),
    clientId: text.nullish(),
    clientSecret: z.string().max(1_024).nullish().describe('Empty, absent or asterisks: the stored one stays'),
    defaultTeams: z.array(text).max(50).nullish(),
    isSsoEnabled: z.boolean().nullish(),
    issuerTls: z
      .object({ caCertificateBase64: z.string().max(65_536).nullish(), insecureSkipVerify: z.boolean().nullish() })
      .nullish(),
    issuerUrl: z.string().trim().max(2_048).nullish(),
    logoutUrl: z.string().max(2_048).nullish(),
    requiredClaims: givenClaims,
    scopes: z.array(text).max(20).nullish(),
    scopesDelimiter: z.string().max(8).nullish(),
    syncSsoTeams: z.boolean().nullish(),
    userInfo: z.object({ claims: givenClaims, useUserInfo: z.boolean().nullish() }).nullish(),
  })
  .meta({ examples: [{ clientId: 'waybill', issuerUrl: 'https://login.example.com', isSsoEnabled: false }] })

const samlAttribute = z.object({
  attributeValue: text.nullish(),
  mappedAttribute: text.nullish(),
  name: text.nullish(),
  nameFormat: text.nullish(),
})

/** v1TenantSamlRequestSpec. Loose, because SAML is refused as such, not for faults in its settings. */
export const samlConfigInputSchema = z
  .object({
    attributes: z.array(samlAttribute).max(50).nullish(),
    defaultTeams: z.array(text).max(50).nullish(),
    federationMetadata: z.string().max(1_048_576).nullish(),
    identityProvider: text.nullish(),
    isSingleLogoutEnabled: z.boolean().nullish(),
    isSsoEnabled: z.boolean().nullish(),
    nameIdFormat: text.nullish(),
    syncSsoTeams: z.boolean().nullish(),
  })
  .meta({ examples: [{ identityProvider: 'ADFS', isSsoEnabled: true }] })

/** v1TenantSamlSpec, which is never returned. */
export const samlConfigSchema = z.object({ isSsoEnabled: z.boolean() }).meta({ examples: [{ isSsoEnabled: false }] })

/** v1TenantDomains. */
export const tenantDomainsSchema = z
  .object({ domains: z.array(domain).max(50) })
  .meta({ examples: [{ domains: ['example.com'] }] })

export const tenantUidParams = z.object({ tenantUid: z.string().max(64) })

export type SsoBody = z.infer<typeof ssoSchema>
export type SsoInput = z.infer<typeof ssoInputSchema>
export type OidcConfigInput = z.infer<typeof oidcConfigInputSchema>
