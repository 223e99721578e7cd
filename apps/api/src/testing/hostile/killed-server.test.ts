import pg from 'pg'
import { afterAll, describe, expect, it, beforeAll } from 'vitest'
import { createPrisma } from '../../platform/database/prisma.ts'
import { packOf, profileJson } from '../documents.ts'
import { createFixtures, type FixtureTenant } from '../fixtures.ts'
import { holdTable } from '../held-locks/blocking-lock.ts'
import { createServerProcess } from './server-process.ts'
import { as } from '../test-app.ts'

/** Where imports are stopped when the server is killed: an import writes these tables in this order. */
const MOMENTS = ['profiles', 'layers', 'manifests', 'macro_uses', 'import_records', 'audit_events']
const LAYERS = 50
const LANES = 4

const server = createServerProcess({ LOG_LEVEL: 'silent' })
let address: string
let tenant: FixtureTenant

beforeAll(async () => {
  address = await server.start()
  const prisma = createPrisma(server.databaseUrl())
  tenant = (await createFixtures(prisma)).stage
  await prisma.$disconnect()
  const macros = [{ name: 'color', value: 'red' }]
  await post(`/v1/projects/${tenant.projects.default}/macros`, JSON.stringify({ macros }))
})

afterAll(() => server.remove())

const file = (name: string, version: string) =>
  profileJson({
    name,
    version,
    packs: Array.from({ length: LAYERS }, (_none, at) =>
      packOf({
        name: `layer-${at}`,
        type: 'manifest',
        values: `a: ${at} # {{.spectro.macro.color}}\n`,
        manifests: [{ name: 'm', content: `kind: ConfigMap\ndata:\n  at: "${at}"\n` }],
        registry: { metadata: {} },
      }),
    ),
  })

const post = (path: string, body: string) =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...as(tenant.users.projectAdmin, tenant.projects.default) },
    body,
  })

/**
 * The new profile's uid; undefined if the response was incomplete, because the server is gone, or says that the server
 * is busy.
 */
async function importOne(content: string): Promise<string | undefined> {
  const answer = await post('/v1/clusterprofiles/import?publish=true', content).catch(() => undefined)
  const text = await answer?.text().catch(() => undefined)
  if (answer === undefined || text === undefined || answer.status === 503) return undefined
  const body = JSON.parse(text)
  expect({ status: answer.status, body }).toEqual({ status: 201, body: { uid: expect.any(String) } })
  return body.uid
}

interface Stored {
  uid: string
  layers: number
  manifests: number
  records: number
  events: number
  newest: boolean
}

async function stored(): Promise<Stored[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl() })
  await client.connect()
  const { rows } = await client.query<Stored>(`
    SELECT p.uid, (SELECT count(*)::int FROM layers l WHERE l.profile_uid = p.uid) AS layers,
      (SELECT count(*)::int FROM layers l JOIN manifests m ON m.layer_uid = l.uid WHERE l.profile_uid = p.uid) AS manifests,
      (SELECT count(*)::int FROM import_records r WHERE r.profile_uid = p.uid) AS records,
      (SELECT count(*)::int FROM audit_events e WHERE e.resource_uid = p.uid AND e.action = 'import') AS events,
      p.is_newest = (p.version_key = (SELECT max(n.version_key COLLATE "C") FROM profiles n
        WHERE n.scope_uid = p.scope_uid AND n.name = p.name)) AS newest
    FROM profiles p WHERE p.name LIKE 'killed-%'`)
  const orphans = await client.query(`
    SELECT uid FROM layers WHERE profile_uid NOT IN (SELECT uid FROM profiles)
    UNION ALL SELECT uid FROM manifests WHERE layer_uid NOT IN (SELECT uid FROM layers)
    UNION ALL SELECT uid FROM import_records WHERE profile_uid NOT IN (SELECT uid FROM profiles)
    UNION ALL SELECT uid FROM audit_events WHERE action = 'import' AND resource_uid NOT IN (SELECT uid FROM profiles)`)
  await client.end()
  expect(orphans.rows).toEqual([])
  return rows
}

/** Imports versions of two profiles concurrently, some of which are acknowledged, until the server is gone. */
async function importUntilKilled(table: string, round: number): Promise<string[]> {
  const acknowledged: string[] = []
  const { promise: areUnderWay, resolve: goOn } = Promise.withResolvers<void>()
  const importing = Array.from({ length: LANES }, async (_none, lane) => {
    for (let patch = 0; server.isRunning(); patch += 1) {
      const uid = await importOne(file(`killed-${lane % 2}`, `${round}.${lane}.${patch}`))
      if (uid !== undefined) acknowledged.push(uid)
      if (acknowledged.length >= LANES) goOn()
    }
  })
  await Promise.race([areUnderWay, Promise.all(importing)])
  const { hasWaiter, release } = await holdTable(server.databaseUrl(), table)
  await hasWaiter()
  await server.kill()
  await Promise.all(importing)
  // Every other time its database is killed with it.
  if (round % 2 === 1) server.killDatabase()
  await release()
  return acknowledged
}

describe('a server that is killed in the middle of imports', () => {
  it('has every profile that it acknowledged, complete, and no incomplete one', async () => {
    const acknowledged = new Set<string>()
    for (const [round, table] of MOMENTS.entries()) {
      for (const uid of await importUntilKilled(table, round)) acknowledged.add(uid)
      address = await server.start()
      const profiles = await stored()
      expect(profiles.map(({ uid }) => uid)).toEqual(expect.arrayContaining([...acknowledged]))
      for (const profile of profiles) {
        expect(profile).toMatchObject({ layers: LAYERS, manifests: LAYERS, records: 1, events: 1, newest: true })
      }
    }
  })
})
