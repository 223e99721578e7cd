import type { FastifyInstance } from 'fastify'
import type { DemoAccess } from '../../../prisma/seed.ts'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ConfigError, loadConfig, type Config } from './config.ts'
import type { Deps } from './deps.ts'
import { lockDataDir } from './platform/database/server/embedded/data-dir-lock.ts'
import { startEmbeddedPostgres } from './platform/database/server/embedded/embedded-postgres.ts'
import { openApplicationRole } from './platform/database/server/application-role.ts'
import { explainFailedStart } from './failed-start.ts'
import { greetingOf } from './greeting.ts'
import { findFreePort } from './platform/database/server/embedded/free-port.ts'
import { startBinding } from './platform/keys/bind-ciphertexts.ts'
import { isHeldByPolicies } from './platform/database/upkeep/second-wall.ts'
import { startHousekeeping } from './platform/database/upkeep/housekeeping.ts'
import { oneAtATime } from './platform/database/upkeep/one-at-a-time.ts'
import { installTracer } from './platform/telemetry/spans.ts'
import { memoryBudget } from './platform/workers/memory-budget.ts'
import { migrate } from './platform/database/server/migrate.ts'
import { setupCodeOf, writeSetupCode } from './platform/access/credentials/setup-code.ts'

/**
 * Requests in flight have this long to finish; then their connections are closed, so that the database can still stop
 * cleanly.
 */
const FINISH_WITHIN_MS = 25_000

/** Our key for PostgreSQL's advisory locks. */
const SEED_LOCK = 0x77_62_73_64

const CLOSE_WITHIN_MS = 2_000

const SYNCS_AGAIN_MS = 2_000

type Closer = () => Promise<void> | void

/** Runs closers last in, first out, each even if an earlier one failed. */
async function closeAll(closers: Closer[]) {
  for (const close of closers.toReversed()) {
    try {
      await close()
    } catch (error) {
      process.exitCode = 1
      process.stderr.write(`Stopping: ${error instanceof Error ? error.name : 'failed'}\n`)
    }
  }
}

async function closeWithin(app: FastifyInstance, milliseconds: number) {
  await app.drain(milliseconds)
  const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_WITHIN_MS)
  await app.close()
  clearTimeout(timer)
}

/** The owner creates and alters tables; the server uses a role that row-level security applies to. */
interface DatabaseRoles {
  ownerUrl: string
  url: string
}

async function openDatabase(config: Config, closers: Closer[]): Promise<DatabaseRoles> {
  const { databaseUrl: url, migrationDatabaseUrl } = config
  if (url) return { url, ownerUrl: migrationDatabaseUrl ?? url }
  closers.push(lockDataDir(config.dataDir))
  const postgres = await startEmbeddedPostgres(config.dataDir, {
    flags: [`shared_buffers=${memoryBudget().databaseMegabytes}MB`],
    onLost: endWithoutDatabase,
  })
  closers.push(postgres.stop)
  const ownerUrl = postgres.urlOf('postgres')
  return { ownerUrl, url: await openApplicationRole(ownerUrl) }
}

/** A supervisor restarts both. */
function endWithoutDatabase() {
  process.stderr.write('PostgreSQL ended and does not start again\n')
  process.exitCode = 1
  process.kill(process.pid, 'SIGTERM')
}

async function openMigratedDatabase(config: Config, closers: Closer[]): Promise<DatabaseRoles> {
  const { ownerUrl, url } = await openDatabase(config, closers)
  const applicationRole = decodeURIComponent(new URL(url).username)
  await migrate(ownerUrl, ownerUrl === url ? {} : { applicationRole, auditDays: config.auditDays })
  return { ownerUrl, url }
}

/** The library that makes certificates is loaded only when needed. */
async function readTls(tls: Config['tls']) {
  if (tls?.isSelfSigned) {
    const { ensureSelfSignedCertificate } = await import('./platform/keys/self-signed-certificate.ts')
    await ensureSelfSignedCertificate(tls)
  }
  return tls && { cert: readSetting('TLS_CERT_FILE', tls.certFile), key: readSetting('TLS_KEY_FILE', tls.keyFile) }
}

function readSetting(setting: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new ConfigError(`Setting ${setting} is wrong: the file cannot be read`, { cause })
  }
}

/** The tracing libraries are loaded only when needed. */
async function startTracing(otlp: NonNullable<Config['otlp']>): Promise<Closer> {
  const { createOtlpTracer } = await import('./platform/telemetry/otlp-tracer.ts')
  const tracer = createOtlpTracer(otlp)
  installTracer(tracer)
  return tracer.close
}

async function start(config: Config, closers: Closer[]) {
  if (config.otlp) closers.push(await startTracing(config.otlp))
  // The database starts while the rest of the code is loading.
  const [{ url: databaseUrl, ownerUrl }, { createDeps }, { buildApp }] = await Promise.all([
    openMigratedDatabase(config, closers),
    import('./deps.ts'),
    import('./app.ts'),
  ])
  const deps = createDeps(config, databaseUrl)
  closers.push(deps.close)
  const app = await buildApp(deps, { tls: await readTls(config.tls) })
  closers.push(() => closeWithin(app, FINISH_WITHIN_MS))
  if (!(await isHeldByPolicies(deps.prisma)))
    app.log.warn(
      'DATABASE_URL names the owner of the tables: row-level security does not hold for it (docs/security.md)',
    )
  closers.push(startHousekeeping(deps, app.log))
  closers.push(startBinding(deps, app.log))
  const port = config.port === 0 ? await findFreePort(config.host) : config.port
  const url = urlOf(config, port)
  // Before the port opens: once the server is reachable, the demo is complete.
  const demo = config.seed === 'demo' ? await seed(deps, { ownerUrl, url }) : undefined
  const setupCode = await openSetup(deps)
  await app.listen({ host: config.host, port })
  process.stdout.write(`${greetingOf({ url, demo, setupCode, isTerminal: process.stdout.isTTY })}\n`)
  const stopping = new AbortController()
  const syncs = startSyncs(deps, app.log, stopping.signal)
  // Registered at once, so that a signal that arrives now waits until they can be stopped.
  closers.push(async () => {
    stopping.abort()
    await (
      await syncs
    )?.()
  })
  await syncs
  const recalling = startRecalling(deps, app.log)
  closers.push(async () => (await recalling)())
}

/** @returns the setup code while there is no tenant */
async function openSetup({ cipher, config, prisma }: Deps): Promise<string | undefined> {
  const code = setupCodeOf(cipher)
  writeSetupCode(config.dataDir, code)
  return (await prisma.tenant.findFirst({ select: { uid: true } })) === null ? code : undefined
}

/**
 * Loaded once the server listens: nobody waits for the job queue. If the database is unavailable at that moment, it is
 * retried.
 */
async function startSyncs(deps: Deps, log: FastifyInstance['log'], stopping: AbortSignal): Promise<Closer | undefined> {
  const [{ startRegistrySync }, { registryOpener }] = await Promise.all([
    import('./features/registry-sync/run/sync-jobs.ts'),
    import('./features/registry-connection/open-registry.ts'),
  ])
  while (!stopping.aborted) {
    try {
      return await startRegistrySync(deps, { openRegistry: registryOpener(deps), log })
    } catch (err) {
      log.error({ err }, 'registry sync does not start')
      await wait(SYNCS_AGAIN_MS, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return undefined
}

/** Fills in what the database cannot compute by itself. */
async function startRecalling(deps: Deps, log: FastifyInstance['log']): Promise<Closer> {
  const [recall, { fillShownTexts }] = await Promise.all([
    import('./features/profiles/empty-values/recall-empty-values.ts'),
    import('./features/profiles/write/shown-texts-repository.ts'),
  ])
  await fillShownTexts(deps).catch((err: unknown) => log.warn({ err }, 'masking descriptions for lists'))
  return recall.startRecalling(deps, log)
}

const ANY_ADDRESS = new Set(['0.0.0.0', '::'])

function urlOf({ tls, host }: Config, port: number): string {
  return `${tls ? 'https' : 'http'}://${ANY_ADDRESS.has(host) ? 'localhost' : host}:${port}`
}

/** Loaded on demand: most starts seed nothing. */
async function seed(deps: Deps, seeded: Seeded): Promise<DemoAccess | undefined> {
  const { seedDemo } = await import('../../../prisma/seed.ts')
  // If several processes start together, one seeds and the others find the result.
  return oneAtATime(seeded.ownerUrl, SEED_LOCK, () => seedDemo(deps, seeded))
}

interface Seeded {
  ownerUrl: string
  url: string
}

/** Runs until a signal; every exit runs the closers. */
export async function run() {
  const closers: Closer[] = []
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await closeAll(closers)
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  try {
    await start(loadConfig(undefined, process.argv.slice(2)), closers)
  } catch (error) {
    process.stderr.write(`${explainFailedStart(error)}\n`)
    process.exitCode = 1
    await stop()
  }
}
