import type { BenchClient } from '../client.ts'
import { FILL_AUDIT, FILL_CATALOGUE, FILL_LAYERS, FILL_PROFILES, OUTDATE_LAYERS } from '../content.ts'
import { interleave } from '../measure.ts'
import { ratioRow } from '../report.ts'
import type { Bench, Case } from './bench.ts'

const LARGE = { profiles: 10_000, packs: 100_000, events: 1_000_000, macros: 1_000 }
const SMALL = { profiles: 100, packs: 1_000, events: 100, macros: 100 }
const AT_MOST = 2

/** Near the end of the log: a million events, one per second, span eleven and a half days. */
const LONG_AGO = new Date(Date.now() - 10 * 86_400_000).toISOString()
const FAR = `${Date.parse(LONG_AGO)}_${'f'.repeat(24)}`

/** What the console requests when one of its lists, its search or Home is opened. */
const lists = {
  'list of profiles': (client) => client.list(),
  '… searched': (client) => client.listFiltered({ search: 'filler-77' }),
  '… searched, no hit': (client) => client.listFiltered({ search: 'nowhere' }),
  '… by tag': (client) => client.listFiltered({ tags: { eq: ['team:bench'] } }),
  '… by state': (client) => client.listFiltered({ states: ['invalid'] }),
  '… with updates': (client) => client.listFiltered({ states: ['updates'] }),
  'filters of profiles': (client) => client.get('/v1/console/clusterprofiles/facets'),
  'packs, searched': (client) => client.searchPacks('other-77'),
  'packs, first page': (client) => client.searchPacks('other'),
  'Ctrl K': (client) => client.get('/v1/console/search?q=filler-77'),
  'filters of packs': (client) => client.get('/v1/console/packs/facets'),
  macros: (client) => client.get('/v1/console/macros'),
  Home: (client) => client.get('/v1/console/home'),
  'audit log': (client) => client.listEvents(),
  '… filtered': (client) => client.listEvents({ action: 'import', kind: 'clusterprofile' }),
  '… a page far behind': (client) => client.listEvents({ before: FAR }),
  '… the same, filtered': (client) => client.listEvents({ before: FAR, action: 'import', kind: 'clusterprofile' }),
  '… by a time far behind': (client) => client.listEvents({ to: LONG_AGO }),
  'filters of the audit log': (client) => client.get('/v1/console/audits/choices'),
} satisfies Record<string, (client: BenchClient) => Promise<unknown>>

async function filled({ database, open }: Bench, { profiles, packs, events, macros }: typeof LARGE) {
  const { tenant, client } = await open()
  const { tenantUid, registryUid } = tenant
  await database.query(FILL_CATALOGUE, [tenantUid, registryUid, packs - 1_000, 10])
  await database.query(FILL_PROFILES, [tenantUid, profiles])
  await database.query(FILL_LAYERS, [tenantUid])
  await database.query(OUTDATE_LAYERS, [tenantUid])
  await client.addMacros(tenantUid, macros)
  await database.query(FILL_AUDIT, [tenantUid, events])
  return client
}

/** Each in a tenant as large as any that we know of, compared with one that has a hundred of everything. */
export const listing: Case = async (bench) => {
  const large = await filled(bench, LARGE)
  const small = await filled(bench, SMALL)
  await bench.database.query('VACUUM ANALYZE')
  const rows = []
  for (const [what, call] of Object.entries(lists)) {
    const { ours, floor } = await interleave({ floor: () => call(small), ours: () => call(large) }, bench)
    rows.push(ratioRow(`${what}, in a large tenant beside a small one`, { ours, floor, atMost: AT_MOST }))
  }
  return rows
}
