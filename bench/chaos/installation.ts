import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, readPostmaster } from '../../apps/api/src/platform/database/server/embedded/postgres-process.ts'
import { root, serverArguments, serverEnvironment } from '../../scripts/processes.mjs'
import { startedIn } from './memory-group.ts'
import { createTenant, type BenchTenant } from '../content.ts'
import { residentMegabytes } from '../installation.ts'

const START_WITHIN_MS = 120_000

export interface ChaosServer {
  url: string
  dataDir: string
  pid: () => number
  start: () => Promise<void>
  isRunning: () => boolean
  signal: (signal: NodeJS.Signals) => void
  /** @returns its exit code */
  ended: () => Promise<number | null>
  postmaster: () => number
  databaseUrl: () => string
  tenant: () => Promise<BenchTenant>
  residentMegabytes: () => number
  output: () => string
  remove: () => Promise<void>
}

interface ServerOptions {
  settings?: Readonly<Record<string, string>>
  /** Node's own arguments, before the server's. */
  nodeArguments?: readonly string[]
  serverFlags?: readonly string[]
  dataDir?: string
  /** A control group to start the server and its database in. */
  group?: string
}

let nextPort = 20_000 + Math.floor(Math.random() * 20_000)

/** The product as users run it, on loopback and in a temporary folder, which stays until `remove`. */
export function createServer(options: ServerOptions = {}): ChaosServer {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'waybill-chaos-'))
  const port = nextPort++
  const server = createProcess(options, { dataDir, port })
  const scheme = options.serverFlags?.includes('--tls-self-signed') === true ? 'https' : 'http'
  const left = () => readPostmaster(join(dataDir, 'postgres'))
  const postmaster = () => left()?.pid ?? 0
  const databaseUrl = () => options.settings?.['DATABASE_URL'] ?? urlOf(dataDir, left()?.port)
  return {
    ...server,
    url: `${scheme}://127.0.0.1:${port}`,
    dataDir,
    postmaster,
    databaseUrl,
    tenant: () => createTenant({ databaseUrl: databaseUrl(), dataDir, close: async () => undefined }),
    residentMegabytes: () => residentMegabytes(server.pid()),
    async remove() {
      server.signal('SIGTERM')
      await server.ended()
      await endPostgres(postmaster())
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Uses a server that is started before, and removed afterwards. */
export async function withServer<T>(options: ServerOptions, use: (server: ChaosServer) => Promise<T>): Promise<T> {
  const server = createServer(options)
  try {
    await server.start()
    return await use(server)
  } finally {
    await server.remove()
  }
}

/** @throws Error with its output, if it exits instead of becoming ready, or is stopped because it takes too long */
function createProcess(
  { settings = {}, nodeArguments = [], serverFlags = [], group }: ServerOptions,
  { dataDir, port }: { dataDir: string; port: number },
) {
  let child: ChildProcess | undefined
  let output = ''
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null
  return {
    pid: () => child?.pid ?? 0,
    isRunning,
    output: () => output,
    signal: (signal: NodeJS.Signals) => void child?.kill(signal),
    async ended() {
      if (child && isRunning()) await once(child, 'exit')
      return child?.exitCode ?? null
    },
    async start() {
      output = ''
      const place = { PATH: process.env['PATH'] ?? '', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir }
      const command = [process.execPath, ...nodeArguments, ...serverArguments, ...serverFlags]
      const [file = '', ...args] = group === undefined ? command : startedIn(group, command)
      child = spawn(file, args, {
        cwd: root,
        env: { ...place, LOG_LEVEL: 'silent', RATE_LIMITS: 'off', SEED: 'none', ...serverEnvironment, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
      const until = performance.now() + START_WITHIN_MS
      while (!output.includes('is ready at')) {
        if (!isRunning()) throw new Error(`the server did not start: ${output}`)
        if (performance.now() > until) {
          child.kill('SIGKILL')
          throw new Error(`the server started too late: ${output}`)
        }
        await wait(20)
      }
    },
  }
}

function urlOf(dataDir: string, port: number | undefined): string {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  return `postgresql://waybill:${password}@127.0.0.1:${port}/postgres`
}

/** Ends a PostgreSQL that a killed server left behind. */
async function endPostgres(pid: number) {
  if (pid === 0 || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await wait(20)
}
