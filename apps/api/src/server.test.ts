import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openTraceCollector } from './testing/outside/trace-collector.ts'
import { readPostmaster } from './platform/database/server/embedded/postgres-process.ts'

const entry = join(import.meta.dirname, 'server.mjs')
const dataDir = mkdtempSync(join(tmpdir(), 'waybill-server-'))
const postgresDirectory = join(dataDir, 'postgres')

interface Server {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

const started: Server[] = []

function start(settings: Record<string, string> = {}, args: readonly string[] = []): Server {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings }
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode)
  const server = { child, output: () => output, ended }
  started.push(server)
  return server
}

async function addressOf(server: Server): Promise<string> {
  for (;;) {
    const address = /ready at (\S+)/.exec(server.output())?.[1]
    if (address) return address
    if (server.child.exitCode !== null) throw new Error(server.output())
    if (server.child.stdout) await once(server.child.stdout, 'data')
  }
}

async function stop({ child, ended }: Server) {
  child.kill('SIGTERM')
  return ended
}

afterEach(async () => {
  for (const server of started.splice(0)) if (server.child.exitCode === null) await stop(server)
})

describe('the server', () => {
  it.each([
    ['PORT', 'eighty'],
    ['SEED', 'everything'],
    ['DATABASE_URL', 'postgresql://127.0.0.1:1/none'],
    ['DATA_DIR', '/dev/null/data'],
  ])('reports in one line that %s is wrong', async (name, value) => {
    const server = start({ [name]: value })
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(new RegExp(`^Setting ${name} is wrong: [^\\n]+\\n$`))
  })

  it('starts its database, answers, refuses a second server and stops cleanly', async () => {
    const server = start()
    const address = await addressOf(server)
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready', warnings: [] })
    const second = start({ TMPDIR: join(dataDir, 'elsewhere') })
    expect(await second.ended).toBe(1)
    expect(second.output()).toBe(`DATA_DIR ${dataDir} is in use by another Waybill process\n`)
    expect(await stop(server)).toBe(0)
    expect(readPostmaster(postgresDirectory)).toBeUndefined()
  })

  it('sends traces to the configured collector, and the rest of them when it stops', async () => {
    const collector = await openTraceCollector()
    const server = start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint })
    await fetch(`${await addressOf(server)}/v1/openapi.json`)
    expect(await stop(server)).toBe(0)
    expect(collector.spans().map(({ name }) => name)).toContain('GET /v1/openapi.json')
    await collector.close()
  })

  it('keeps the setup code readable for its owner only, and out of collected output', async () => {
    const server = start()
    await addressOf(server)
    const file = join(dataDir, 'setup-code')
    expect(server.output()).toContain('the file setup-code')
    expect(server.output()).not.toContain(readFileSync(file, 'utf8').trim())
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('serves HTTPS with a certificate of its own on request', async () => {
    const server = start({}, ['--tls-self-signed'])
    const address = new URL(await addressOf(server))
    expect(address.protocol).toBe('https:')
    const ca = readFileSync(join(dataDir, 'tls/certificate.pem'))
    for (const hostname of ['127.0.0.1', 'localhost']) {
      const [answer] = await once(get({ hostname, port: address.port, path: '/readyz', ca, agent: false }), 'response')
      expect([answer.statusCode, answer.headers['strict-transport-security']]).toEqual([200, undefined])
      answer.resume()
    }
  })

  it('takes over the database that a killed server left running', async () => {
    const killed = start()
    await addressOf(killed)
    const left = readPostmaster(postgresDirectory)
    killed.child.kill('SIGKILL')
    await killed.ended
    const server = start()
    expect((await fetch(`${await addressOf(server)}/readyz`)).status).toBe(200)
    expect(readPostmaster(postgresDirectory)?.pid).toBe(left?.pid)
    expect(await stop(server)).toBe(0)
  })

  it('restarts its database if that is killed', async () => {
    const server = start()
    const address = await addressOf(server)
    const killed = readPostmaster(postgresDirectory)
    process.kill(killed?.pid ?? 0, 'SIGKILL')
    await expect.poll(() => readPostmaster(postgresDirectory)?.pid).not.toBe(killed?.pid)
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(200)
    expect(await stop(server)).toBe(0)
    expect(readPostmaster(postgresDirectory)).toBeUndefined()
  })

  it('ends if its database does not start again', async () => {
    const server = start()
    await addressOf(server)
    const settings = join(postgresDirectory, 'postgresql.conf')
    const right = readFileSync(settings, 'utf8')
    appendFileSync(settings, 'no setting\n')
    process.kill(readPostmaster(postgresDirectory)?.pid ?? 0, 'SIGKILL')
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(/PostgreSQL ended and does not start again\n$/)
    writeFileSync(settings, right)
  })

  it('starts after its database was killed too', async () => {
    const killed = start()
    await addressOf(killed)
    process.kill(readPostmaster(postgresDirectory)?.pid ?? 0, 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.ended
    const server = start()
    expect((await fetch(`${await addressOf(server)}/readyz`)).status).toBe(200)
    expect(await stop(server)).toBe(0)
    rmSync(dataDir, { recursive: true, force: true })
  })
})
