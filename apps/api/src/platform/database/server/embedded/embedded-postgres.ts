import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort } from './free-port.ts'
import { findPostgresBinaries, withinReach, type PostgresBinaries } from './postgres-binaries.ts'
import { postgresUser, type SystemUser } from './postgres-user.ts'
import { isAlive, readPostmaster, spawnDetached } from './postgres-process.ts'
import { watchPostgres } from './postgres-watch.ts'

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 30_000
const POLL_MS = 15

export interface EmbeddedPostgres {
  /** The address of any database on this server. */
  urlOf: (database: string) => string
  stop: () => Promise<void>
}

interface Place {
  dataDirectory: string
  password: string
  user: SystemUser | undefined
  binaries: PostgresBinaries
  flags: readonly string[]
}

interface EmbeddedOptions {
  flags?: readonly string[]
  /** Called when PostgreSQL has ended by itself and cannot be restarted. */
  onLost?: (error: unknown) => void
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, which is created at the first start, and restarts it if it ends by itself.
 * The caller holds the data directory's lock, so a server that is already running was left behind by a killed process
 * and is taken over.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { flags = [], onLost }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const user = postgresUser()
  const place: Place = {
    dataDirectory: join(dataDir, 'postgres'),
    password: keepPassword(join(dataDir, 'postgres-password')),
    user,
    binaries: withinReach(await findPostgresBinaries(), user),
    flags,
  }
  if (!existsSync(join(place.dataDirectory, 'PG_VERSION'))) await initialise(place)
  const port = (await findOrphan(place)) ?? (await launch(place, await findFreePort('127.0.0.1')))
  const unwatch = watchPostgres({
    isRunning: () => isRunning(place),
    // On the same port, which every open connection string names.
    restart: () => launch(place, port),
    onLost,
  })
  return {
    urlOf: (database) => urlOf(place, port, database),
    stop: async () => {
      await unwatch()
      await stop(place.dataDirectory)
    },
  }
}

const urlOf = (place: Place, port: number, database: string) =>
  `postgresql://waybill:${place.password}@127.0.0.1:${port}/${database}`

function keepPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

async function initialise(place: Place) {
  // A directory without PG_VERSION is left from a first start that was interrupted.
  rmSync(place.dataDirectory, { recursive: true, force: true })
  mkdirSync(place.dataDirectory, { mode: 0o700 })
  if (place.user) chownSync(place.dataDirectory, place.user.uid, place.user.gid)
  chmodSync(place.dataDirectory, 0o700)
  // A fixed locale instead of the machine's: the order of names must not depend on where the server runs.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  await finish(place, ['-U', 'waybill', '-A', 'scram-sha-256', '-E', 'UTF8', ...locale, '--no-sync', '--pwprompt'])
}

function finish(place: Place, args: readonly string[]): Promise<void> {
  const typedTwice = `${place.password}\n${place.password}\n`
  const child = spawnDetached({ ...place, program: place.binaries.initdb, args }, typedTwice)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`PostgreSQL could not be initialised in ${place.dataDirectory}: ${said}`)),
    )
  })
}

/**
 * The port of a PostgreSQL server that outlived its Waybill process. A pid file that names some other process is
 * removed.
 */
async function findOrphan(place: Place): Promise<number | undefined> {
  const found = readPostmaster(place.dataDirectory)
  // Leave a dead server's file to PostgreSQL's own start: sessions that outlive the postmaster still use the data.
  if (!found || !isAlive(found.pid)) return undefined
  const state = await settledState(place, found.port)
  if (state === 'ready') return found.port
  // A server is running: without its pid file it would shut down, and a second one would be refused.
  if (state === 'busy')
    throw new Error(`PostgreSQL of an earlier start does not answer: end process ${found.pid}, then start again`)
  rmSync(join(place.dataDirectory, 'postmaster.pid'), { force: true })
  return undefined
}

type State = 'ready' | 'busy' | 'absent'

/** The state once the server is no longer busy, as it is after a crash or on a slow machine. */
async function settledState(place: Place, port: number): Promise<State> {
  const until = performance.now() + START_TIMEOUT_MS
  for (;;) {
    const state = await probe(urlOf(place, port, 'postgres'))
    if (state !== 'busy' || performance.now() > until) return state
    await wait(POLL_MS)
  }
}

const STARTING_UP = '57P03'
const TOO_MANY_CONNECTIONS = '53300'
const BUSY = new Set<unknown>([STARTING_UP, TOO_MANY_CONNECTIONS, 'ECONNRESET'])

async function probe(connectionString: string): Promise<State> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    // Timeouts and connections closed without an answer have no code.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === undefined || BUSY.has(code) ? 'busy' : 'absent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function launch(place: Place, port: number): Promise<number> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    // After a crash, one sync of the whole file system instead of one per file, which takes seconds.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    ...place.flags,
  ]
  const args = ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawnDetached({ ...place, program: place.binaries.postgres, args })
  let said = ''
  let failure: Error | undefined
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
  child.once('error', (error) => (failure = error))
  child.once('exit', () => (failure ??= new Error(`PostgreSQL did not start: ${said}`)))
  child.unref()
  const until = performance.now() + START_TIMEOUT_MS
  while (!failure && performance.now() < until) {
    if ((await probe(urlOf(place, port, 'postgres'))) === 'ready') return port
    await wait(POLL_MS)
  }
  throw failure ?? new Error('PostgreSQL did not start in time')
}

function isRunning({ dataDirectory }: Place): boolean {
  const found = readPostmaster(dataDirectory)
  return found !== undefined && isAlive(found.pid)
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk. A server that hangs is killed,
 * which is no worse than a crash.
 */
async function stop(dataDirectory: string) {
  const found = readPostmaster(dataDirectory)
  if (!found || !isAlive(found.pid)) return
  process.kill(found.pid, 'SIGINT')
  const until = performance.now() + STOP_TIMEOUT_MS
  while (isAlive(found.pid) && existsSync(join(dataDirectory, 'postmaster.pid'))) {
    if (performance.now() > until) return void process.kill(found.pid, 'SIGQUIT')
    await wait(POLL_MS)
  }
}
