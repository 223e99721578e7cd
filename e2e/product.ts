import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24, root, serverArguments } from '../scripts/processes.mjs'

const READY_WITHIN_MS = 120_000
const POLL_EVERY_MS = 200

export interface ProductOptions {
  seed: 'demo' | 'none'
  /** Loopback ports that its registries and identity providers may use. */
  peerPorts: readonly number[]
  /** The name of its log in test-results. */
  log: string
}

export interface Product {
  url: string
  dataDir: string
  /** Stops it and deletes everything that it stored. */
  remove: () => Promise<void>
}

/** Starts Waybill with its own database and waits until it answers. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-e2e-'))
  const port = await freePort()
  const server = startServer(dataDir, port, options)
  const url = `http://127.0.0.1:${port}`
  const remove = async () => {
    await stop(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(url, { server, log: options.log })
  } catch (error) {
    await remove()
    throw error
  }
  return { url, dataDir, remove }
}

/** A loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port on this machine')
  return address.port
}

function startServer(dataDir: string, port: number, { seed, peerPorts, log: logName }: ProductOptions): ChildProcess {
  const results = join(root, 'test-results')
  mkdirSync(results, { recursive: true })
  const log = createWriteStream(join(results, logName))
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SEED: seed,
    DATABASE_URL: '',
    // Other load on the machine must not make a test fail.
    TIME_LIMITS: '10',
    // All tests come from one address, and their request rate must not make one fail.
    RATE_LIMITS: 'off',
    ALLOWED_HOSTS: peerPorts.map((each) => `127.0.0.1:${each}`).join(','),
  }
  const server = spawn(node24, serverArguments, {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server.stdout.pipe(log)
  server.stderr.pipe(log)
  return server
}

async function waitUntilReady(url: string, { server, log }: { server: ChildProcess; log: string }): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (server.exitCode === null && Date.now() < deadline) {
    if (await isReady(url)) return
    await new Promise((done) => setTimeout(done, POLL_EVERY_MS))
  }
  throw new Error(`The product did not start; test-results/${log} says why`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    // Not listening yet.
    return false
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}
