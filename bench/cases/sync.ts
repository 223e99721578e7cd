import { setTimeout as wait } from 'node:timers/promises'
import { newUid } from '../../apps/api/src/platform/database/uid.ts'
import { startHelmRepository, type ChartVersion } from '../../apps/api/src/testing/registry-servers/helm-repository.ts'
import { createTenant } from '../content.ts'
import { send } from '../client.ts'
import type { RunningServer } from '../installation.ts'
import { interleave } from '../measure.ts'
import { amountRow, ratioRow } from '../report.ts'
import type { Bench, Case } from './bench.ts'

const LOOK_EVERY_MS = 5
const CHARTS = 100
const VERSIONS = 100
/** Bytes per entry, so that 10,000 make an index of 20 MB. */
const ENTRY_BYTES = 1_800
const REQUESTS = 200

/** Reads a large Helm index while somebody else sends requests. */
export const sync: Case = async ({ ground, database, startServer }) => {
  const [charts, tenant] = [await startLargeHelmRepository(), await createTenant(ground)]
  const server = await startServer({ ALLOWED_HOSTS: charts.host })
  const key = { ApiKey: tenant.apiKey }
  const registry = newUid()
  try {
    await database.query(
      `INSERT INTO registries (uid, tenant_uid, name, kind, provider_type, oci_type, endpoint, base_content_path)
       VALUES ($1::text, $2, $1::text, 'helm', '', '', $3, '')`,
      [registry, tenant.tenantUid, charts.url],
    )
    const ask = () => send(`${server.url}/v1/registries/metadata`, { expected: 200 }, key)
    const syncOnce = async () => {
      await send(
        `${server.url}/v1/registries/helm/${registry}/sync?forceSync=true`,
        { expected: 202, method: 'POST' },
        key,
      )
      await untilSynced(database, registry)
    }
    const { request: quiet } = await interleave({ request: ask }, { runs: REQUESTS, warmUp: 20 })
    const { ms, peak } = await firstSync(server, syncOnce)
    let isOver = false
    const syncs = (async () => {
      while (!isOver) await syncOnce()
    })()
    const { request: busy } = await interleave({ request: ask }, { runs: REQUESTS })
    isOver = true
    await syncs
    return [
      amountRow(`sync of a Helm index of ${(CHARTS * VERSIONS).toLocaleString('en')} chart versions, 20 MB`, { value: ms, atMost: 10_000, unit: 'ms' }), // prettier-ignore
      amountRow('memory of the server at most meanwhile', { value: peak, atMost: 400, unit: 'MB' }),
      ratioRow('a request during syncs, beside quiet', { ours: busy, floor: quiet, atMost: 2 }),
    ]
  } finally {
    await server.stop()
    await charts.close()
  }
}

async function firstSync(server: RunningServer, syncOnce: () => Promise<void>) {
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, server.residentMegabytes())), 20)
  const start = performance.now()
  await syncOnce().finally(() => clearInterval(watching))
  return { ms: performance.now() - start, peak }
}

/** As seen by a client that waits for it. */
async function untilSynced(database: Bench['database'], registry: string) {
  for (;;) {
    const { rows } = await database.query<{ state: string; reason: string }>(
      `SELECT state, reason FROM registry_syncs WHERE registry_uid = $1 ORDER BY requested_at DESC LIMIT 1`,
      [registry],
    )
    if (rows[0]?.state === 'succeeded') return
    if (rows[0]?.state === 'failed') throw new Error(`a sync failed: ${rows[0].reason}`)
    await wait(LOOK_EVERY_MS)
  }
}

async function startLargeHelmRepository() {
  const repository = await startHelmRepository()
  const image = `      - name: image\n        image: registry.example/organisation/component:1.0.0\n`
  const images = image.repeat(Math.ceil(ENTRY_BYTES / image.length))
  const more = `    annotations:\n      images: |\n${images.replaceAll(/^/gm, '  ').trimEnd()}\n`
  const charts = Array.from({ length: CHARTS * VERSIONS }, (_none, at): ChartVersion => ({
    name: `chart-${at % CHARTS}`,
    version: `1.${Math.floor(at / CHARTS)}.0`,
    content: String(at),
    more,
  }))
  repository.publish(charts)
  return repository
}
