import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  genericGrantRequest,
  None,
} from 'openid-client'
import { createProviderFetch } from './provider-fetch.ts'

export interface ProviderSettings {
  issuer: string
  clientId: string
  /** Empty for a client without a secret. */
  clientSecret: string
  scopes: readonly string[]
  usesUserInfo: boolean
  ca: string
}

/** The values that belong to one sign-in only. */
export interface Flow {
  state: string
  nonce: string
  codeVerifier: string
  redirectUri: string
}

export type Claims = Readonly<Record<string, unknown>>

export interface Identity {
  issuer: string
  subject: string
  claims: Claims
}

interface IdentityProvider {
  /** @returns the URL to redirect the browser to */
  begin: (flow: Flow) => Promise<URL>
  /** Exchanges the code that the browser brings back, and checks signature, issuer, audience, state and nonce. */
  finish: (flow: Flow, answer: URLSearchParams) => Promise<Identity>
  /** Presents an invalid code: a provider that accepts the client refuses the code, otherwise it refuses the client. */
  tryClient: (redirectUri: string) => Promise<void>
}

/**
 * Opens a tenant's provider for one use.
 * @throws whatever openid-client and the HTTP client throw; `providerFault` maps it to one of our words
 */
export async function withProvider<T>(
  settings: ProviderSettings,
  allowedHosts: readonly string[],
  use: (provider: IdentityProvider) => Promise<T>,
): Promise<T> {
  const { fetch, close } = createProviderFetch({ allowedHosts, ca: settings.ca })
  try {
    const issuer = new URL(settings.issuer)
    // The guarded client allows http only for hosts that the operator allowed.
    const isInsecure = issuer.protocol === 'http:'
    const found = await discovery(issuer, settings.clientId, undefined, None(), {
      [customFetch]: fetch,
      execute: isInsecure ? [allowInsecureRequests] : [],
    })
    const server = found.serverMetadata()
    const client = clientAuth(settings.clientSecret, server.token_endpoint_auth_methods_supported)
    const config = new Configuration(server, settings.clientId, undefined, client)
    config[customFetch] = fetch
    if (isInsecure) allowInsecureRequests(config)
    enableNonRepudiationChecks(config)
    return await use(providerOf(config, settings))
  } finally {
    await close()
  }
}

/** Providers that do not say so accept HTTP Basic (OpenID Connect Discovery, section 3). */
function clientAuth(secret: string, methods: readonly string[] = ['client_secret_basic']): ClientAuth {
  if (secret === '') return None()
  return methods.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
}

const providerOf = (config: Configuration, { scopes, usesUserInfo }: ProviderSettings): IdentityProvider => ({
  begin: async ({ state, nonce, codeVerifier, redirectUri }) =>
    buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: [...new Set(['openid', ...scopes])].join(' '),
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }),
  finish: async ({ state, nonce, codeVerifier, redirectUri }, answer) => {
    const address = new URL(redirectUri)
    address.search = answer.toString()
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true }
    const tokens = await authorizationCodeGrant(config, address, checks)
    const claims = tokens.claims()
    if (!claims) throw new Error('no ID token')
    const { iss: issuer, sub: subject } = claims
    if (!usesUserInfo) return { issuer, subject, claims }
    const more = await fetchUserInfo(config, tokens.access_token, subject)
    return { issuer, subject, claims: joined(claims, more) }
  },
  tryClient: async (redirectUri) => {
    const nothing = { code: 'waybill-tests-the-client', redirect_uri: redirectUri, code_verifier: 'x'.repeat(43) }
    await genericGrantRequest(config, 'authorization_code', nothing)
  },
})

/** The ID token takes precedence. `email_verified` applies only to the e-mail beside it. */
function joined(token: Claims, more: Claims): Claims {
  const vouching = 'email_verified' in token || !('email_verified' in more) ? token : more
  return { ...more, ...token, email: vouching['email'], email_verified: vouching['email_verified'] }
}
