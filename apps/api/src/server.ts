import { readFileSync } from 'node:fs'
import { buildApp } from './app.ts'
import { ConfigError, loadConfig, type Config } from './config.ts'
import { createDeps } from './deps.ts'
import { DataDirInUseError, lockDataDir } from './platform/data-dir-lock.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { migrate, MigrationError } from './platform/migrate.ts'

const STOP_WITHIN_MS = 30_000

type Closer = () => Promise<void> | void

/** Closers run last in, first out, each even when one before it failed. */
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

async function openDatabase(config: Config, closers: Closer[]): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  closers.push(await lockDataDir(config.dataDir))
  const postgres = await startEmbeddedPostgres(config.dataDir)
  closers.push(postgres.stop)
  return postgres.urlOf('postgres')
}

const readTls = (tls: Config['tls']) => tls && { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }

async function start(config: Config, closers: Closer[]) {
  const databaseUrl = await openDatabase(config, closers)
  await migrate(databaseUrl)
  const deps = createDeps(config, databaseUrl)
  closers.push(deps.close)
  const app = await buildApp(deps, { tls: readTls(config.tls) })
  closers.push(() => app.close())
  const address = await app.listen({ host: config.host, port: config.port })
  process.stdout.write(`Waybill is ready at ${address}\n`)
}

/** What the operator can mend is one line; anything else shows where it came from. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataDirInUseError || error instanceof MigrationError)
    return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'Setting PORT is wrong: it is in use'
  return error instanceof Error ? (error.stack ?? error.message) : 'Waybill could not start'
}

async function main() {
  const closers: Closer[] = []
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await closeAll(closers)
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  try {
    await start(loadConfig(), closers)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
    await stop()
  }
}

await main()
