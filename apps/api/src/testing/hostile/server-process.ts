import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPostmaster } from '../../platform/database/server/embedded/postgres-process.ts'

const entry = join(import.meta.dirname, '../../server.mjs')

/**
 * The server as a separate process that can be killed: its data directory stays and, unless killed too, its database.
 */
export function createServerProcess(settings: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-process-'))
  const postgresDirectory = join(dataDir, 'postgres')
  let child: ChildProcess | undefined

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  async function end(signal: 'SIGKILL' | 'SIGTERM') {
    if (!child || !isRunning()) return
    const closed = once(child, 'exit')
    child.kill(signal)
    await closed
  }

  return {
    isRunning,
    /** @returns its address, once it answers there */
    start(): Promise<string> {
      const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings }
      const starting = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      child = starting
      return addressOf(starting, starting.stdout)
    },
    kill: () => end('SIGKILL'),
    killDatabase: () => process.kill(readPostmaster(postgresDirectory)?.pid ?? 0, 'SIGKILL'),
    databaseUrl(): string {
      const { port } = readPostmaster(postgresDirectory) ?? {}
      const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
      return `postgresql://waybill:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`
    },
    async remove() {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function addressOf(child: ChildProcess, stdout: NodeJS.ReadableStream): Promise<string> {
  let output = ''
  stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (;;) {
    const address = /ready at (\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
    if (child.exitCode !== null) throw new Error(`the server did not start: ${output}`)
    await Promise.race([once(stdout, 'data'), once(child, 'exit')])
  }
}
