import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort } from './free-port.ts'
import { findPostgresBinaries, withinReach, type PostgresBinaries } from './postgres-binaries.ts'
import { postgresUser, type SystemUser } from './postgres-user.ts'
import { isAlive, readPostmaster, spawnDetached } from './postgres-process.ts'

const START_TIMEOUT_MS = 60_000
const POLL_MS = 15

export interface EmbeddedPostgres {
  /** Of any database on this server. */
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

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, made at first start. The caller holds the data directory's lock, so a server
 * found running there was left by a killed process and is taken over.
 */
export async function startEmbeddedPostgres(dataDir: string, flags: readonly string[] = []): Promise<EmbeddedPostgres> {
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
  const port = (await findOrphan(place)) ?? (await launch(place))
  return {
    urlOf: (database) => urlOf(place, port, database),
    stop: () => stop(place.dataDirectory),
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
  // What stands there without PG_VERSION is a first start that was cut short.
  rmSync(place.dataDirectory, { recursive: true, force: true })
  mkdirSync(place.dataDirectory, { mode: 0o700 })
  if (place.user) chownSync(place.dataDirectory, place.user.uid, place.user.gid)
  chmodSync(place.dataDirectory, 0o700)
  // ICU's root locale and not the machine's: the order of names must not depend on where the server runs.
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

/** The port of a server that outlived its Waybill; a pid file without a server behind it is removed. */
async function findOrphan(place: Place): Promise<number | undefined> {
  const found = readPostmaster(place.dataDirectory)
  if (!found) return undefined
  if (isAlive(found.pid) && (await answersWithin(place, found.port, 10_000))) return found.port
  rmSync(join(place.dataDirectory, 'postmaster.pid'), { force: true })
  return undefined
}

async function answersWithin(place: Place, port: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  for (;;) {
    const state = await probe(urlOf(place, port, 'postgres'))
    if (state !== 'starting') return state === 'ready'
    if (Date.now() > until) return false
    await wait(POLL_MS)
  }
}

async function probe(connectionString: string): Promise<'ready' | 'starting' | 'absent'> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const startingUp = '57P03'
    return error instanceof Error && 'code' in error && error.code === startingUp ? 'starting' : 'absent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function launch(place: Place): Promise<number> {
  const port = await findFreePort('127.0.0.1')
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'logging_collector=off', ...place.flags]
  const args = ['-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawnDetached({ ...place, program: place.binaries.postgres, args })
  let said = ''
  let failure: Error | undefined
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
  child.once('error', (error) => (failure = error))
  child.once('exit', () => (failure ??= new Error(`PostgreSQL did not start: ${said}`)))
  child.unref()
  const until = Date.now() + START_TIMEOUT_MS
  while (!failure && Date.now() < until) {
    if ((await probe(urlOf(place, port, 'postgres'))) === 'ready') return port
    await wait(POLL_MS)
  }
  throw failure ?? new Error('PostgreSQL did not start in time')
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(dataDirectory: string) {
  const found = readPostmaster(dataDirectory)
  if (!found || !isAlive(found.pid)) return
  process.kill(found.pid, 'SIGINT')
  while (isAlive(found.pid) && existsSync(join(dataDirectory, 'postmaster.pid'))) await wait(POLL_MS)
}
