import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createOciPusher, type OciPusher } from './oci-pusher.ts'
import { openAgents, type PlainTls } from '../plain-fetcher.ts'
import type { KeyPair } from '../test-certificates.ts'

export interface OciRegistryTestOptions {
  /** Requires `REGISTRY_USER` (basic), or a token issued by `token.realm`. */
  auth?: 'basic' | TokenAuth
  /** Serves HTTPS; with `clientCa` only to clients with a certificate of that authority. PEM texts. */
  tls?: { server: KeyPair; ca: string; clientCa?: string; client?: KeyPair }
  /** Path before the API, as some products have it; begins with a slash. */
  path?: string
  /** Port on loopback; a free one by default. */
  port?: number
}

export interface TokenAuth {
  realm: string
  service: string
  issuer: string
  /** PEM of the certificate that verifies the signatures of tokens. */
  certificate: string
  /** The Authorization header for pushing to a repository. */
  pushAuthorization: (repository: string) => string
}

export interface TestOciRegistry extends OciPusher {
  /** URL without a trailing slash. */
  endpoint: string
  stop: () => Promise<void>
}

/** The user of a registry with basic authentication. */
export const REGISTRY_USER = { username: 'robot', password: 'correct horse' } as const
const REGISTRY_USER_HASH = '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'

/** Starts Debian's docker-registry, empty, on a free port of loopback and in a folder of its own. */
export async function startOciRegistry(options: OciRegistryTestOptions = {}): Promise<TestOciRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-oci-'))
  const host = `127.0.0.1:${options.port ?? (await freePort())}`
  const config = join(folder, 'config.yml')
  await writeFile(config, JSON.stringify(await makeConfig(folder, host, options)))
  const server = await startServer(config)
  const endpoint = `${options.tls ? 'https' : 'http'}://${host}${options.path ?? ''}`
  const agents = openAgents(pushTls(options))
  return {
    endpoint,
    ...createOciPusher({ endpoint, agents, authorizationFor: (repository) => pushAuthorization(options, repository) }),
    stop: async () => {
      agents.http.destroy()
      agents.https.destroy()
      const ended = once(server, 'exit')
      if (server.kill()) await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startServer(config: string): Promise<ChildProcess> {
  const server = spawn(process.env['OCI_REGISTRY_BINARY'] || 'docker-registry', ['serve', config], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = () => server.kill('SIGKILL')
  process.once('exit', end)
  server.once('exit', () => process.off('exit', end))
  await once(server, 'spawn').catch(() => {
    throw new Error('No docker-registry to test with: scripts/system-programs.mjs finds or installs one.')
  })
  for await (const line of createInterface(server.stderr)) if (line.includes('listening on')) break
  server.stderr.resume()
  if (server.exitCode !== null) throw new Error('docker-registry ended while it started.')
  return server
}

async function makeConfig(folder: string, host: string, { auth, tls, path }: OciRegistryTestOptions): Promise<object> {
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  return {
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'storage') }, delete: { enabled: true } },
    http: {
      addr: host,
      ...(path && { prefix: `${path}/` }),
      ...(tls && {
        tls: {
          certificate: await file('server.crt', tls.server.certificate),
          key: await file('server.key', tls.server.key),
          ...(tls.clientCa && { clientcas: [await file('client-ca.crt', tls.clientCa)] }),
        },
      }),
    },
    ...(auth && {
      auth:
        auth === 'basic'
          ? {
              htpasswd: {
                realm: 'test',
                path: await file('htpasswd', `${REGISTRY_USER.username}:${REGISTRY_USER_HASH}\n`),
              },
            }
          : {
              token: {
                realm: auth.realm,
                service: auth.service,
                issuer: auth.issuer,
                rootcertbundle: await file('signer.crt', auth.certificate),
              },
            },
    }),
  }
}

function pushTls({ tls }: OciRegistryTestOptions): PlainTls {
  if (!tls) return {}
  return { ca: tls.ca, ...(tls.client && { cert: tls.client.certificate, key: tls.client.key }) }
}

function pushAuthorization({ auth }: OciRegistryTestOptions, repository: string): string | undefined {
  if (auth !== 'basic') return auth?.pushAuthorization(repository)
  const { username, password } = REGISTRY_USER
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No port of loopback is free.')
  return address.port
}
