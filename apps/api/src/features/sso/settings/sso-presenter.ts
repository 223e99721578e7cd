import type { OidcConfigInput, SsoBody, SsoInput } from '@waybill/api-contract'
import { MASK } from '@waybill/layer-text'
import type { SsoSettings } from './sso-settings-repository.ts'
import type { SsoDraft } from './sso-settings-service.ts'

export function toSso(settings: SsoSettings, callbackUrl: string): SsoBody {
  const { isEnabled, issuer, clientId, syncsTeams, usesUserInfo, ca } = settings
  return {
    isEnabled,
    issuer,
    clientId,
    hasClientSecret: settings.clientSecret !== '',
    scopes: [...settings.scopes],
    claims: {
      email: settings.emailClaim,
      firstName: settings.firstNameClaim,
      lastName: settings.lastNameClaim,
      groups: settings.groupsClaim,
    },
    domains: [...settings.domains],
    groupRoles: [...settings.groupRoles],
    syncsTeams,
    usesUserInfo,
    ca,
    callbackUrl,
  }
}

export const fromSso = (
  { claims, clientSecret, groupRoles, syncsTeams, ...settings }: SsoInput,
  before: SsoSettings,
): SsoDraft => ({
  ...settings,
  groupRoles: groupRoles ?? before.groupRoles,
  syncsTeams: syncsTeams ?? before.syncsTeams,
  clientSecret: clientSecret === undefined ? undefined : (clientSecret ?? ''),
  emailClaim: claims.email,
  firstNameClaim: claims.firstName,
  lastNameClaim: claims.lastName,
  groupsClaim: claims.groups,
})

export function toOidcConfig(settings: SsoSettings, callbackUrl: string) {
  const claims = {
    Email: settings.emailClaim,
    FirstName: settings.firstNameClaim,
    LastName: settings.lastNameClaim,
    SpectroTeam: settings.groupsClaim,
  }
  return {
    callbackUrl,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret === '' ? '' : MASK,
    defaultTeams: [],
    isSsoEnabled: settings.isEnabled,
    issuerTls: { caCertificateBase64: Buffer.from(settings.ca).toString('base64'), insecureSkipVerify: false },
    issuerUrl: settings.issuer,
    logoutUrl: '',
    requiredClaims: claims,
    scopes: [...settings.scopes],
    scopesDelimiter: ' ',
    syncSsoTeams: settings.syncsTeams,
    userInfo: { claims, useUserInfo: settings.usesUserInfo },
  }
}

/** What Palette's clients do not send stays as it is. */
export function fromOidcConfig(input: OidcConfigInput, before: SsoSettings): SsoDraft {
  const claims = input.requiredClaims ?? {}
  const ca = input.issuerTls?.caCertificateBase64
  const isSecretKept = !input.clientSecret || /^\*+$/.test(input.clientSecret)
  return {
    isEnabled: input.isSsoEnabled ?? before.isEnabled,
    issuer: input.issuerUrl ?? before.issuer,
    clientId: input.clientId ?? before.clientId,
    clientSecret: isSecretKept ? undefined : (input.clientSecret ?? undefined),
    scopes: input.scopes ?? before.scopes,
    emailClaim: claims.Email ?? before.emailClaim,
    firstNameClaim: claims.FirstName ?? before.firstNameClaim,
    lastNameClaim: claims.LastName ?? before.lastNameClaim,
    groupsClaim: claims.SpectroTeam ?? before.groupsClaim,
    domains: before.domains,
    groupRoles: before.groupRoles,
    syncsTeams: input.syncSsoTeams ?? before.syncsTeams,
    usesUserInfo: input.userInfo?.useUserInfo ?? before.usesUserInfo,
    ca: typeof ca === 'string' ? Buffer.from(ca, 'base64').toString() : before.ca,
  }
}
