import type pg from 'pg'
import { createClient, freshFile, type BenchClient } from './client.ts'
import { FILL_CATALOGUE, FILL_PROFILES, type BenchTenant } from './content.ts'
import type { RunningServer } from './installation.ts'
import { measure, type Timing } from './measure.ts'
import { createRawInsertion } from './raw-sql.ts'
import { milliseconds, type Row } from './report.ts'

const LARGE = 1_000
const SMALL = 20

export interface Bench {
  server: RunningServer
  client: BenchClient
  database: pg.Client
  tenant: BenchTenant
  /** How often the quick calls are repeated; the slow ones a quarter of it. */
  runs: number
}

const within = (what: string, measured: number, limit: number): Row => ({
  what,
  measured: milliseconds(measured),
  limit: milliseconds(limit),
  isKept: measured <= limit,
})

const factor = (what: string, value: number, limit: number): Row => ({
  what,
  measured: `${value.toFixed(2)} ×`,
  limit: `${limit} ×`,
  isKept: value <= limit,
})

export async function largeProfile({ client, database, runs }: Bench): Promise<Row[]> {
  const few = Math.ceil(runs / 4)
  const uid = await client.importProfile(freshFile(LARGE, 'first'))
  const exported = await measure(few, async () => void (await client.exportProfile(uid)))
  const validated = await measure(few, async () => void (await client.validate(freshFile(LARGE, 'validate'))))
  const imported = await measure(few, async (run) => void (await client.importProfile(freshFile(LARGE, run))))
  const byHand = await measure(few, createRawInsertion(database, uid))
  return [
    within('1,000 layers: export, median', exported.median, 40),
    within('1,000 layers: validate, median', validated.median, 100),
    within('1,000 layers: import, median', imported.median, 350),
    factor(`1,000 layers: import beside raw SQL (${milliseconds(byHand.median)})`, imported.median / byHand.median, 3),
  ]
}

export async function smallProfile({ client, database, runs }: Bench): Promise<Row[]> {
  const uid = await client.importProfile(freshFile(SMALL, 'first'))
  const exported = await measure(runs, async () => void (await client.exportProfile(uid)))
  const validated = await measure(runs, async () => void (await client.validate(freshFile(SMALL, 'validate'))))
  const imported = await measure(runs, async (run) => void (await client.importProfile(freshFile(SMALL, run))))
  const byHand = await measure(runs, createRawInsertion(database, uid))
  return [
    within('20 layers: export, 95th percentile', exported.p95, 8),
    within('20 layers: validate, 95th percentile', validated.p95, 15),
    within(`20 layers: import, 95th percentile (raw SQL ${milliseconds(byHand.p95)})`, imported.p95, 30),
  ]
}

export async function largeCatalogue({ client, database, tenant, runs }: Bench): Promise<Row[]> {
  const validate = (label: string): Promise<Timing> =>
    measure(runs, async () => void (await client.validate(freshFile(SMALL, label))))
  const small = await validate('catalogue small')
  await database.query(FILL_CATALOGUE, [tenant.tenantUid, tenant.registryUid, 100_000])
  await database.query('ANALYZE pack_versions')
  const large = await validate('catalogue large')
  const what = `validate with 101,000 pack versions (${milliseconds(large.median)}) beside 1,000 (${milliseconds(small.median)})`
  return [factor(what, large.median / small.median, 1.3)]
}

export async function longList({ server, database, runs }: Bench, tenant: BenchTenant): Promise<Row[]> {
  const client = createClient(server.url, tenant)
  await database.query(FILL_PROFILES, [tenant.tenantUid, 1, 100])
  await database.query('ANALYZE profiles')
  const short = await measure(runs, async () => void (await client.list()))
  await database.query(FILL_PROFILES, [tenant.tenantUid, 101, 10_000])
  await database.query('ANALYZE profiles')
  const long = await measure(runs, async () => void (await client.list()))
  const what = `first page of 10,000 profiles (${milliseconds(long.median)}) beside 100 (${milliseconds(short.median)})`
  return [factor(what, long.median / short.median, 1.5)]
}
