import { randomUUID, sign, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { REGISTRY_USER, startOciRegistry, type TestOciRegistry } from './oci-registry.ts'
import { type KeyPair, makeSigner } from '../test-certificates.ts'

export interface TokenRegistryOptions {
  /** Whether tokens are issued at the registry's own origin or at another one. */
  realm: 'own-origin' | 'elsewhere'
  /** Issues tokens to anonymous clients. */
  isPublic?: boolean
}

export interface TokenQuestion {
  scopes: string[]
  authorization: string | undefined
}

export interface TokenRegistry extends TestOciRegistry {
  /** Every request for a token, in order. */
  questions: TokenQuestion[]
}

const SERVICE = 'waybill-test-registry'
const ISSUER = 'waybill-test-issuer'
const LIFETIME_S = 300

/** A docker-registry that requires a bearer token, and the server that signs them. */
export async function startTokenRegistry({ realm, isPublic = false }: TokenRegistryOptions): Promise<TokenRegistry> {
  const signer = await makeSigner()
  const questions: TokenQuestion[] = []
  let upstream = ''
  const server = createServer((incoming, reply) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost')
    if (url.pathname !== '/token') return forward(incoming, reply, upstream)
    const { authorization } = incoming.headers
    const scopes = url.searchParams.getAll('scope')
    questions.push({ scopes, authorization })
    if (authorization === undefined ? isPublic : isRegistryUser(authorization)) {
      reply.setHeader('content-type', 'application/json').end(JSON.stringify({ token: signToken(signer, scopes) }))
    } else reply.writeHead(401).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = originOf(server.address())
  const registry = await startOciRegistry({
    auth: {
      realm: `${origin}/token`,
      service: SERVICE,
      issuer: ISSUER,
      certificate: signer.certificate,
      pushAuthorization: (repository) => `Bearer ${signToken(signer, [`repository:${repository}:pull,push,delete`])}`,
    },
  })
  upstream = registry.endpoint
  return {
    ...registry,
    endpoint: realm === 'own-origin' ? origin : registry.endpoint,
    questions,
    stop: async () => {
      await registry.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function isRegistryUser(authorization: string): boolean {
  const credentials = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
  return credentials === `${REGISTRY_USER.username}:${REGISTRY_USER.password}`
}

/** A JWT as distribution's `auth.token` reads it, with the certificate of its key in the header. */
function signToken({ certificate, key }: KeyPair, scopes: readonly string[]): string {
  const header = { typ: 'JWT', alg: 'ES256', x5c: [new X509Certificate(certificate).raw.toString('base64')] }
  const now = Math.floor(Date.now() / 1_000)
  const access = scopes.map((scope) => {
    const [type = '', ...rest] = scope.split(':')
    return { type, name: rest.slice(0, -1).join(':'), actions: (rest.at(-1) ?? '').split(',') }
  })
  const times = { iat: now, nbf: now - 60, exp: now + LIFETIME_S }
  const claims = { iss: ISSUER, sub: 'test', aud: SERVICE, jti: randomUUID(), ...times, access }
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}

function forward(incoming: IncomingMessage, reply: ServerResponse, upstream: string): void {
  const { method, headers } = incoming
  const onward = request(`${upstream}${incoming.url}`, { method, headers }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(reply)
  })
  onward.on('error', () => reply.destroy())
  incoming.pipe(onward)
}

function originOf(address: unknown): string {
  if (typeof address !== 'object' || !address || !('port' in address)) throw new Error('The token server has no port.')
  return `http://127.0.0.1:${String(address.port)}`
}
