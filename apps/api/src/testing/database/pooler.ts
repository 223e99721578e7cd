import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findFreePort } from '../../platform/database/server/embedded/free-port.ts'

export interface Pooler {
  /** The database's address through the pooler. */
  url: string
  stop: () => Promise<void>
}

/** PgBouncer refuses to run as root. */
const UNPRIVILEGED = 'nobody'

export interface PoolerOptions {
  /** How many database sessions it lends. */
  sessions: number
  /** How long a session is lent. */
  mode?: 'transaction' | 'session'
}

/** Starts a PgBouncer on loopback. */
export async function startPooler(
  databaseUrl: string,
  { sessions, mode = 'transaction' }: PoolerOptions,
): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-pooler-'))
  chmodSync(folder, 0o755)
  const url = new URL(databaseUrl)
  const port = await findFreePort('127.0.0.1')
  const users = join(folder, 'users.txt')
  writeFileSync(users, `"${decodeURIComponent(url.username)}" "${decodeURIComponent(url.password)}"\n`)
  const config = join(folder, 'pgbouncer.ini')
  writeFileSync(config, configOf({ server: url, users, port, sessions, mode }))
  const pooler = await run(config).catch((error: unknown) => {
    rmSync(folder, { recursive: true })
    throw error
  })
  url.port = String(port)
  if (mode === 'transaction') url.searchParams.set('pgbouncer', 'true')
  return {
    url: url.href,
    stop: async () => {
      const ended = once(pooler, 'exit')
      if (pooler.kill('SIGKILL')) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface PoolerConfig extends Required<PoolerOptions> {
  server: URL
  users: string
  port: number
}

const configOf = ({ server, users, port, sessions, mode }: PoolerConfig) => `
[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = ${mode}
default_pool_size = ${sessions}
${process.getuid?.() === 0 ? `user = ${UNPRIVILEGED}` : ''}
`

async function run(config: string): Promise<ChildProcess> {
  const pooler = spawn('pgbouncer', [config], { stdio: ['ignore', 'ignore', 'pipe'] })
  const end = () => pooler.kill('SIGKILL')
  process.once('exit', end)
  pooler.once('exit', () => process.off('exit', end))
  await once(pooler, 'spawn').catch(() => {
    throw new Error('No pgbouncer to test with: scripts/system-programs.mjs finds or installs one.')
  })
  for await (const line of createInterface(pooler.stderr)) if (line.includes('process up')) break
  pooler.stderr.resume()
  if (pooler.exitCode !== null) throw new Error('pgbouncer ended while it started.')
  return pooler
}
