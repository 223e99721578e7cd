import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'

export interface ProviderPerson {
  email: string
  emailVerified?: boolean
  groups?: readonly string[]
  /** Added to, or replacing, the claims that everybody has. */
  claims?: Readonly<Record<string, unknown>>
  /** The same for the UserInfo endpoint only. */
  userInfo?: Readonly<Record<string, unknown>>
}

export const CLIENT = { id: 'waybill', secret: 'a secret between provider and Waybill' } as const

export interface TestIdentityProvider {
  issuer: string
  /** `host:port`, for ALLOWED_HOSTS. */
  host: string
  /** Who a user is, by the name that they sign in with. */
  people: Map<string, ProviderPerson>
  /** Refuses connections from now on. */
  stop: () => Promise<void>
}

interface ProviderOptions {
  port?: number
  /** URLs of Waybill's sign-in page. */
  redirectUris: readonly string[]
}

/** A real OpenID provider on loopback. Its own pages ask for a name and accept any password. */
export async function startIdentityProvider({
  port = 0,
  redirectUris,
}: ProviderOptions): Promise<TestIdentityProvider> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port of loopback')
  const host = `127.0.0.1:${address.port}`
  const issuer = `http://${host}`
  const people = new Map<string, ProviderPerson>()
  const provider = new Provider(issuer, configurationOf(people, redirectUris))
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    host,
    people,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const configurationOf = (
  people: ReadonlyMap<string, ProviderPerson>,
  redirectUris: readonly string[],
): Configuration => ({
  clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [...redirectUris] }],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['given_name', 'family_name', 'groups', 'preferred_username'],
  },
  // As most providers do, so that both ways can be tested with this one.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  findAccount: (_context, sub) => {
    const person = people.get(sub)
    if (!person) return undefined
    const { email, emailVerified = true, groups = [], userInfo } = person
    const claims = {
      sub,
      email,
      email_verified: emailVerified,
      given_name: 'Kim',
      family_name: 'Scratch',
      groups: [...groups],
      ...person.claims,
    }
    return { accountId: sub, claims: async (use) => ({ ...claims, ...(use === 'userinfo' && userInfo) }) }
  },
  // Users are not asked for consent.
  loadExistingGrant: async ({ oidc }) => {
    const { client, session, provider, params } = oidc
    if (!client || !session?.accountId) return undefined
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid')
    await grant.save()
    return grant
  },
})
