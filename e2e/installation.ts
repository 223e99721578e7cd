import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24, root, serverArguments } from '../scripts/processes.mjs'

const READY_WITHIN_MS = 120_000
const POLL_EVERY_MS = 200

/**
 * Playwright's global setup. With E2E_BASE_URL the tests run against the installation that is up there; without it one is
 * started for this run, with a database and demo content of its own, and removed afterwards.
 */
export default async function prepareInstallation(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_BASE_URL']) return undefined
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-e2e-'))
  const port = await freePort()
  const server = startServer(dataDir, port)
  const url = `http://127.0.0.1:${port}`
  const remove = async () => {
    await stop(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(url, server)
  } catch (error) {
    await remove()
    throw error
  }
  process.env['E2E_BASE_URL'] = url
  process.env['E2E_ACCESS_FILE'] = join(dataDir, 'demo-access.json')
  return remove
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port on this machine')
  return address.port
}

function startServer(dataDir: string, port: number): ChildProcess {
  const results = join(root, 'test-results')
  mkdirSync(results, { recursive: true })
  const log = createWriteStream(join(results, 'server.log'))
  const settings = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, SEED: 'demo', DATABASE_URL: '' }
  const server = spawn(node24, serverArguments, {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server.stdout.pipe(log)
  server.stderr.pipe(log)
  return server
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (server.exitCode === null && Date.now() < deadline) {
    if (await isReady(url)) return
    await new Promise((done) => setTimeout(done, POLL_EVERY_MS))
  }
  throw new Error('The product did not start; test-results/server.log says why')
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
