import type pg from 'pg'
import { createClient } from './client.ts'
import { FILL_PROFILES, PACKS, createTenant } from './content.ts'
import type { Ground, RunningServer } from './installation.ts'
import { measureParallel } from './measure.ts'
import { createProfileInput } from './profile-file.ts'
import { milliseconds, type Row } from './report.ts'

const CONNECTIONS = 10
const LAYERS = 20
const PROFILES = 10_000
const READ_MS = 25
const WRITE_MS = 50

/** 100 versions of each of 1,000 names, one of them the newest. */
const VERSIONS = 100
const FILL_VERSIONS = `
  INSERT INTO pack_versions (uid, tenant_uid, registry_uid, name, display_name, version, version_key, layer, type,
    cloud_types, values_digest, digest)
  SELECT substr(md5($2 || name || '@' || version), 1, 24), $1, $2, 'searched-' || name, 'Searched ' || name, '2.' || version || '.0',
    '2.' || lpad(version::text, 3, '0') || '.0', 'addon', 'spectro', ARRAY['all'], '', ''
  FROM generate_series(1, $3::int / ${VERSIONS}) AS name, generate_series(1, ${VERSIONS}) AS version`

interface Calling {
  server: RunningServer
  database: pg.Client
  ground: Ground
  runs: number
}

/** What clients call most, ten at a time, in a tenant of 10,000 profiles and 100,000 pack versions. */
export async function apiCalls({ server, database, ground, runs }: Calling): Promise<Row[]> {
  const tenant = await createTenant(ground)
  await database.query(FILL_PROFILES, [tenant.tenantUid, 1, PROFILES])
  await database.query(FILL_VERSIONS, [tenant.tenantUid, tenant.registryUid, 100_000])
  await database.query('ANALYZE')
  const client = createClient(server.url, tenant)
  const bodyOf = (name: string) => createProfileInput({ layers: LAYERS, name, registryUid: tenant.registryUid })
  const read = await client.createProfile(bodyOf('read'))
  const mine = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_none, at) => client.createProfile(bodyOf(`mine ${at}`))),
  )
  const calls: readonly Call[] = [
    ['reading a profile of 20 layers', READ_MS, () => client.readProfile(read)],
    ['listing 50 profiles', READ_MS, () => client.list()],
    ['searching packs', READ_MS, (run) => client.searchPacks(`searched-${run % PACKS}`)],
    ['listing 50 pack versions', READ_MS, () => client.listPacks()],
    ['listing metadata', READ_MS, () => client.listMetadata()],
    ['creating a profile of 20 layers', WRITE_MS, (run) => client.createProfile(bodyOf(`new ${run}`))],
    ['updating one', WRITE_MS, (run) => client.updateProfile(mine[run % CONNECTIONS] ?? '', bodyOf(`again ${run}`))],
  ]
  const rows: Row[] = []
  for (const call of calls) rows.push(await callRow(call, { server, runs }))
  const megabytes = server.residentMegabytes()
  const memory = {
    what: 'server after these',
    measured: `${megabytes.toFixed(0)} MB`,
    limit: '300 MB',
    isKept: megabytes < 300,
  }
  return [...rows, memory]
}

type Call = readonly [what: string, limit: number, call: (run: number) => Promise<unknown>]

async function callRow([what, limit, call]: Call, { server, runs }: Pick<Calling, 'server' | 'runs'>): Promise<Row> {
  const [serverBefore, callersBefore] = [server.cpuMilliseconds(), process.cpuUsage()]
  const { p95, calls } = await measureParallel({ runs: runs * CONNECTIONS, at: CONNECTIONS }, call)
  const { user, system } = process.cpuUsage(callersBefore)
  const ofServer = milliseconds((server.cpuMilliseconds() - serverBefore) / calls)
  const ofCallers = milliseconds((user + system) / 1_000 / calls)
  const measured = milliseconds(p95)
  return {
    what: `10 connections: ${what}, 95th percentile (a call takes ${ofServer} of the server's processors, ${ofCallers} of the callers')`,
    measured,
    limit: milliseconds(limit),
    isKept: p95 <= limit,
  }
}
