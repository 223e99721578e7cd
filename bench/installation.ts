import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../apps/api/src/platform/database/server/embedded/embedded-postgres.ts'
import { root, serverArguments, serverEnvironment } from '../scripts/processes.mjs'
import { findFreePort } from '../apps/api/src/platform/database/server/embedded/free-port.ts'

const POLL_MS = 10
const START_LIMIT_MS = 60_000

export interface RunningServer {
  url: string
  /** Time until it reported that it was ready. */
  startMs: number
  residentMegabytes: () => number
  /** CPU time of all threads since it started. */
  cpuMilliseconds: () => number
  stop: () => Promise<void>
}

/** The product as users run it, as a process of its own; its log is discarded. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await findFreePort('127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = spawn(process.execPath, serverArguments, {
    cwd: root,
    env: {
      ...serverEnvironment,
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: 'ignore',
  })
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() - start > START_LIMIT_MS)
      throw new Error('the server did not start')
    await wait(POLL_MS)
  }
  return {
    url,
    startMs: performance.now() - start,
    residentMegabytes: () => residentMegabytes(child.pid),
    cpuMilliseconds: () => cpuMilliseconds(child.pid),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Memory of a process with its threads; NaN once it is gone. */
export function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000
  } catch {
    return Number.NaN
  }
}

/** Per thread, because the kernel counts those in nanoseconds instead of hundredths of a second. */
function cpuMilliseconds(pid: number | undefined): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce((sum, thread) => sum + nanosecondsOf(`/proc/${pid}/task/${thread}/schedstat`) / 1_000_000, 0)
}

/** 0 for a thread that has just ended. */
function nanosecondsOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}

export interface Ground {
  databaseUrl: string
  dataDir: string
  close: () => Promise<void>
}

/** A PostgreSQL of its own, with the settings that users get. */
export async function startDatabase(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waybill-bench-'))
  const postgres = await startEmbeddedPostgres(dataDir)
  return {
    databaseUrl: postgres.urlOf('postgres'),
    dataDir,
    close: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
