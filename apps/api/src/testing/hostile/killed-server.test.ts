import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import type { DemoAccess } from '../../../../../prisma/seed.ts'
import { readPostmaster } from '../../platform/database/server/postgres-process.ts'
import { packOf, profileJson } from '../documents.ts'

const ROUNDS = 6
const LAYERS = 200
/** Imports of this size take from a tenth of a second to several, so a kill within this time meets all their moments. */
const KILL_WITHIN_MS = 1_500

const entry = join(import.meta.dirname, '../../server.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'waybill-killed-'))
const postgresDirectory = join(dataDir, 'postgres')

let running: ChildProcess | undefined

async function start(): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', SEED: 'demo' }
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (;;) {
    const address = /ready at (\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
    if (child.exitCode !== null) throw new Error(`the server did not start: ${output}`)
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  }
}

async function end(signal: 'SIGKILL' | 'SIGTERM') {
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const closed = once(running, 'exit')
  running.kill(signal)
  await closed
}

afterAll(async () => {
  await end('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
})

interface Target {
  projectUid: string
  apiKey: string
}

function target(): Target {
  const { tenants }: DemoAccess = JSON.parse(readFileSync(join(dataDir, 'demo-access.json'), 'utf8'))
  const [stage] = tenants
  const admin = stage?.users.find(({ roles }) => roles.includes('Tenant Admin'))
  return { projectUid: stage?.projects[0]?.uid ?? '', apiKey: admin?.apiKey ?? '' }
}

const file = (name: string, version: string) =>
  profileJson({
    name,
    version,
    packs: Array.from({ length: LAYERS }, (_none, at) =>
      packOf({
        name: `layer-${at}`,
        type: 'manifest',
        values: `a: ${at}\n`,
        manifests: [{ name: 'm', content: `kind: ConfigMap\ndata:\n  at: "${at}"\n` }],
        registry: { metadata: {} },
      }),
    ),
  })

type Outcome = { status: number; uid?: string; code?: string } | undefined

/** Undefined when no whole answer came. */
async function importOne(address: string, { projectUid, apiKey }: Target, content: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', apikey: apiKey, projectuid: projectUid }
  const request = { method: 'POST', headers, body: content }
  try {
    const answer = await fetch(`${address}/v1/clusterprofiles/import?publish=true`, request)
    const body: { uid?: string; code?: string } = JSON.parse(await answer.text())
    return { ...body, status: answer.status }
  } catch {
    // The server is gone, which is what this is about.
    return undefined
  }
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
  const { port } = readPostmaster(postgresDirectory) ?? {}
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'waybill', password, database: 'postgres' })
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

/** One import alone, which warms the server up; then versions of two profiles side by side until it is gone. */
async function importUntilKilled(address: string, round: number): Promise<string[]> {
  const acknowledged: string[] = []
  const importAs = async (version: string, name: string) => {
    const outcome = await importOne(address, target(), file(name, version))
    if (outcome?.status === 201 && outcome.uid !== undefined) acknowledged.push(outcome.uid)
    return outcome
  }
  expect(await importAs(`${round}.9.0`, 'killed-0')).toMatchObject({ status: 201 })
  const importing = Array.from({ length: 4 }, async (_none, lane) => {
    for (let patch = 0; running?.signalCode === null; patch += 1) {
      if (!(await importAs(`${round}.${lane}.${patch}`, `killed-${lane % 2}`))) return
    }
  })
  await wait(Math.random() * KILL_WITHIN_MS)
  await end('SIGKILL')
  await Promise.all(importing)
  return acknowledged
}

describe('a server that is killed in the middle of imports', () => {
  it('has every profile that it acknowledged, whole, and no other half of one', async () => {
    const acknowledged = new Set<string>()
    let profiles: Stored[] = []
    let address = await start()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const uid of await importUntilKilled(address, round)) acknowledged.add(uid)
      // Every other time its database goes down with it.
      if (round % 2 === 1) process.kill(readPostmaster(postgresDirectory)?.pid ?? 0, 'SIGKILL')
      address = await start()
      profiles = await stored()
      expect(profiles.map(({ uid }) => uid)).toEqual(expect.arrayContaining([...acknowledged]))
      for (const profile of profiles) {
        expect(profile).toMatchObject({ layers: LAYERS, manifests: LAYERS, records: 1, events: 1, newest: true })
      }
    }
    process.stdout.write(`killed ${ROUNDS} times: ${acknowledged.size} acknowledged, ${profiles.length} stored\n`)
    expect(acknowledged.size).toBeGreaterThan(0)
  }, 300_000)
})
