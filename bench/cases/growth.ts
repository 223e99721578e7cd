import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import { Worker } from 'node:worker_threads'
import { send, type BenchClient } from '../client.ts'
import { FILL_AUDIT, FILL_CATALOGUE, FILL_PROFILES, type BenchTenant } from '../content.ts'
import type { JsonAggSetup } from '../floors/json-agg-server.ts'
import { interleave } from '../measure.ts'
import { freshFiles } from '../profile-file.ts'
import { milliseconds, ratioRow } from '../report.ts'
import type { Bench, Case } from './bench.ts'

const WARM_UP = 5
const AT_MOST = 1.1

/** Every tenant has 1,000 pack versions from the start. */
const fillCatalogue: Growth['fill'] = (database, { tenantUid, registryUid }, size) =>
  database.query(FILL_CATALOGUE, [tenantUid, registryUid, size - 1_000, 10])

interface Growth {
  what: string
  sizes: readonly number[]
  fill: (database: Bench['database'], tenant: BenchTenant, size: number) => Promise<unknown>
  /** Prepares the measured call; `calls` is how often it will be made. */
  prepare: (client: BenchClient, calls: number) => (run: number) => Promise<unknown>
}

/** The same call in tenants of different sizes, in turn: the largest is compared with the smallest. */
const growing =
  ({ what, sizes, fill, prepare }: Growth): Case =>
  async ({ database, open, runs }) => {
    const works: Record<string, (run: number) => Promise<unknown>> = {}
    for (const size of sizes) {
      const { tenant, client } = await open()
      await fill(database, tenant, size)
      works[`of ${size}`] = prepare(client, runs + WARM_UP)
    }
    await database.query('VACUUM ANALYZE')
    const timings = await interleave(works, { runs, warmUp: WARM_UP })
    const points = sizes.map((size) => ({ size, ms: timings[`of ${size}`]?.median ?? Number.NaN }))
    const [floor, ours] = [timings[`of ${sizes[0]}`], timings[`of ${sizes.at(-1)}`]]
    if (!floor || !ours) throw new Error('a size was not measured')
    const between = points.map(({ size, ms }) => `${size.toLocaleString('en')}: ${milliseconds(ms)}`).join(', ')
    return [{ ...ratioRow(`${what} (${between})`, { ours, floor, atMost: AT_MOST }), curve: { what, points } }]
  }

/** All profiles' metadata in one response, compared with a server that only returns the database's own JSON. */
const metadata: Case = async (bench) => {
  const { client, tenant } = await bench.open()
  await bench.database.query(FILL_PROFILES, [tenant.tenantUid, 10_000])
  await bench.database.query('VACUUM ANALYZE profiles')
  const workerData = { databaseUrl: bench.ground.databaseUrl, tenantUid: tenant.tenantUid } satisfies JsonAggSetup
  const thread = new Worker(new URL('../floors/json-agg-server.ts', import.meta.url), { workerData })
  try {
    const [port] = (await once(thread, 'message')) as [number]
    const byHand = () => send(`http://127.0.0.1:${port}/`, { expected: 200 })
    if (!isDeepStrictEqual(JSON.parse(await byHand()), JSON.parse(await client.listMetadata())))
      throw new Error('the two answers differ')
    const { ours, floor } = await interleave({ floor: byHand, ours: () => client.listMetadata() }, bench)
    return [ratioRow('metadata of 10,000 profiles, beside json_agg to the socket', { ours, floor, atMost: 1.5 })]
  } finally {
    await thread.terminate()
  }
}

export const growth: Readonly<Record<string, Case>> = {
  metadata,
  'growth-packs': growing({
    what: 'validate 20 layers, by pack versions',
    sizes: [1_000, 10_000, 100_000],
    fill: fillCatalogue,
    prepare: (client, calls) => {
      const files = freshFiles(20, calls)
      return (run) => client.validate(files[run] ?? '')
    },
  }),
  'growth-list-packs': growing({
    what: 'first page of GET /v1/packs, by pack versions',
    sizes: [1_000, 10_000, 100_000],
    fill: fillCatalogue,
    prepare: (client) => () => client.listPackVersions(),
  }),
  'growth-profiles': growing({
    what: 'first page, by profiles',
    sizes: [100, 1_000, 10_000],
    fill: (database, { tenantUid }, size) => database.query(FILL_PROFILES, [tenantUid, size]),
    prepare: (client) => () => client.list(),
  }),
  'growth-audit': growing({
    what: 'first page of the audit log, by events',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    fill: (database, { tenantUid }, size) => database.query(FILL_AUDIT, [tenantUid, size]),
    prepare: (client) => () => client.listAudits(),
  }),
}
