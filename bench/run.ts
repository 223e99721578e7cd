import { parseArgs } from 'node:util'
import pg from 'pg'
import { apiCalls } from './api-calls.ts'
import { largeCatalogue, largeProfile, longList, smallProfile } from './cases.ts'
import { createClient } from './client.ts'
import { createTenant } from './content.ts'
import { registrySyncs } from './registry-syncs.ts'
import { startDatabase, startServer } from './installation.ts'
import { milliseconds, table, writeReport, type Row } from './report.ts'

const { values: options } = parseArgs({
  options: { write: { type: 'boolean' }, runs: { type: 'string', default: '40' } },
})
const runs = Number(options.runs)

const ground = await startDatabase()
const settings = { DATABASE_URL: ground.databaseUrl, DATA_DIR: ground.dataDir, SEED: 'none', RATE_LIMITS: '0' }
const rows: Row[] = []
try {
  await (await startServer(settings)).stop()
  const server = await startServer(settings)
  const idle = server.residentMegabytes()
  const tenant = await createTenant(ground)
  const database = new pg.Client({ connectionString: ground.databaseUrl })
  await database.connect()
  const bench = { server, client: createClient(server.url, tenant), database, tenant, runs }
  rows.push(
    ...(await smallProfile(bench)),
    ...(await largeCatalogue(bench)),
    ...(await largeProfile(bench)),
    ...(await longList(bench, await createTenant(ground))),
    {
      what: 'second start, PostgreSQL running',
      measured: milliseconds(server.startMs),
      limit: '2000 ms',
      isKept: server.startMs <= 2_000,
    },
    memory('server after the start', idle),
    memory('server after all of the above', server.residentMegabytes()),
  )
  await server.stop()
  const called = await startServer(settings)
  rows.push(...(await apiCalls({ server: called, database, ground, runs })))
  await called.stop()
  rows.push(...(await registrySyncs(ground, database)))
  await database.end()
} finally {
  await ground.close()
}
process.stdout.write(`${table(rows)}\n`)
if (options.write) await writeReport(rows)

function memory(what: string, megabytes: number): Row {
  return { what, measured: `${megabytes.toFixed(0)} MB`, limit: '200 MB', isKept: megabytes <= 200 }
}
