import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { newUid } from '../apps/api/src/platform/database/uid.ts'
import { createTenant, type BenchTenant } from './content.ts'
import { startServer, type Ground, type RunningServer } from './installation.ts'
import { percentile } from './measure.ts'
import { milliseconds, type Row } from './report.ts'
import { startLargeHelmRepository, startPackRegistry } from './sync-registries.ts'

const LOOK_EVERY_MS = 5
const REQUESTS = 400

interface Syncing {
  server: RunningServer
  database: pg.Client
  tenant: BenchTenant
}

interface Registry {
  uid: string
  path: string
}

/** Syncs of a server of its own, which may ask the two registries on loopback. */
export async function registrySyncs(ground: Ground, database: pg.Client): Promise<Row[]> {
  const [packs, charts] = [await startPackRegistry(), await startLargeHelmRepository()]
  const allowed = [new URL(packs.endpoint).host, charts.host].join(',')
  const settings = {
    DATABASE_URL: ground.databaseUrl,
    DATA_DIR: ground.dataDir,
    SEED: 'none',
    RATE_LIMITS: '0',
    ALLOWED_HOSTS: allowed,
  }
  const server = await startServer(settings)
  try {
    const syncing = { server, database, tenant: await createTenant(ground) }
    const oci = await addRegistry(syncing, { kind: 'oci', endpoint: packs.endpoint })
    const helm = await addRegistry(syncing, { kind: 'helm', endpoint: charts.url })
    return [...(await packRows(syncing, oci)), ...(await chartRows(syncing, helm)), ...(await besides(syncing, oci))]
  } finally {
    await server.stop()
    await packs.stop()
    await charts.close()
  }
}

async function packRows(syncing: Syncing, oci: Registry): Promise<Row[]> {
  const first = await sync(syncing, oci)
  const before = await rowVersions(syncing)
  const again = await sync(syncing, oci)
  const written = [...(await rowVersions(syncing))].filter((row) => !before.has(row)).length
  return [
    within(`full sync of ${first.found} packs out of an OCI registry`, first.ms, 5_000),
    within('the same without changes', again.ms, 1_000),
    { what: 'rows written by it', measured: String(written), limit: '0', isKept: written === 0 },
  ]
}

async function chartRows(syncing: Syncing, helm: Registry): Promise<Row[]> {
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, syncing.server.residentMegabytes())), 20)
  const charts = await sync(syncing, helm)
  clearInterval(watching)
  return [
    within(`Helm index of ${charts.found.toLocaleString('en')} chart versions, 20 MB`, charts.ms, 10_000),
    { what: 'server at most meanwhile', measured: `${peak.toFixed(0)} MB`, limit: '400 MB', isKept: peak < 400 },
  ]
}

/** Requests of somebody else while packs are read again and again, beside the same while nothing else goes on. */
async function besides(syncing: Syncing, oci: Registry): Promise<Row[]> {
  const quiet = await requestTimes(syncing)
  let isOver = false
  const syncs = (async () => {
    while (!isOver) await sync(syncing, oci, '?forceSync=true')
  })()
  const busy = await requestTimes(syncing)
  isOver = true
  await syncs
  const [low, high] = [percentile(quiet, 0.99), percentile(busy, 0.99)]
  const what = `a request during a sync, 99th percentile (${milliseconds(high)}) beside quiet (${milliseconds(low)})`
  return [{ what, measured: `${(high / low).toFixed(2)} ×`, limit: '2 ×', isKept: high <= 2 * low }]
}

async function requestTimes({ server, tenant }: Syncing): Promise<number[]> {
  const times: number[] = []
  while (times.length < REQUESTS) {
    const start = performance.now()
    const answer = await fetch(`${server.url}/v1/registries/metadata`, { headers: { ApiKey: tenant.apiKey } })
    await answer.text()
    times.push(performance.now() - start)
  }
  return times.slice(REQUESTS / 10)
}

async function addRegistry({ database, tenant }: Syncing, { kind, endpoint }: { kind: string; endpoint: string }) {
  const uid = newUid()
  await database.query(
    `INSERT INTO registries (uid, tenant_uid, name, kind, provider_type, oci_type, endpoint, base_content_path)
     VALUES ($1::text, $2, $1::text, $3, $4, $5, $6, $7)`,
    [uid, tenant.tenantUid, kind, ...(kind === 'oci' ? ['pack', 'basic', endpoint, 'bench'] : ['', '', endpoint, ''])],
  )
  return { uid, path: kind === 'oci' ? `/v1/registries/oci/${uid}/basic/sync` : `/v1/registries/helm/${uid}/sync` }
}

/** From the request to the end of the run, as somebody who waits for it sees it. */
async function sync({ server, database, tenant }: Syncing, { uid, path }: Registry, query = '') {
  const start = performance.now()
  const answer = await fetch(`${server.url}${path}${query}`, { method: 'POST', headers: { ApiKey: tenant.apiKey } })
  if (answer.status !== 202) throw new Error(`a sync was answered ${answer.status}`)
  for (;;) {
    const { rows } = await database.query<{ state: string; found: number; reason: string }>(
      `SELECT state, found, reason FROM registry_syncs WHERE registry_uid = $1 ORDER BY requested_at DESC LIMIT 1`,
      [uid],
    )
    const [run] = rows
    if (run?.state === 'succeeded') return { ms: performance.now() - start, found: run.found }
    if (run?.state === 'failed') throw new Error(`a sync failed: ${run.reason}`)
    await wait(LOOK_EVERY_MS)
  }
}

/** Changes with every write to a row of the catalogue. */
async function rowVersions({ database }: Syncing): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ row: string }>('SELECT uid || xmin::text AS row FROM pack_versions')
  return new Set(rows.map(({ row }) => row))
}

const within = (what: string, measured: number, limit: number): Row => ({
  what,
  measured: milliseconds(measured),
  limit: milliseconds(limit),
  isKept: measured <= limit,
})
