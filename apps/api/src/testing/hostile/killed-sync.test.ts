import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrisma, type Database } from '../../platform/database/prisma.ts'
import { readPostmaster } from '../../platform/database/server/postgres-process.ts'
import { newUid } from '../../platform/database/uid.ts'
import { createFixtures, type FixtureTenant } from '../fixtures.ts'
import { startHelmRepository, type ChartVersion } from '../helm-repository.ts'

const entry = join(import.meta.dirname, '../../server.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'waybill-killed-sync-'))
const VERSIONS = 3_000

let repository: Awaited<ReturnType<typeof startHelmRepository>>
let running: ChildProcess | undefined
let address: string
let prisma: Database
let tenant: FixtureTenant

async function start(): Promise<string> {
  const env = {
    PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', SEED: 'none',
    ALLOWED_HOSTS: repository.host,
  } // prettier-ignore
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (;;) {
    const found = /ready at (\S+)/.exec(output)?.[1]
    if (found !== undefined) return found
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

function databaseUrl(): string {
  const { port } = readPostmaster(join(dataDir, 'postgres')) ?? {}
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  return `postgresql://waybill:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`
}

beforeAll(async () => {
  repository = await startHelmRepository({ dripMs: 1_000 })
  address = await start()
  prisma = createPrisma(databaseUrl())
  tenant = (await createFixtures(prisma)).stage
}, 60_000)

afterAll(async () => {
  await prisma.$disconnect()
  await end('SIGTERM')
  await repository.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function createRegistry(): Promise<string> {
  const uid = newUid()
  const data = { uid, tenantUid: tenant.uid, name: uid, kind: 'helm', endpoint: repository.url }
  await prisma.registry.create({ data })
  return uid
}

async function requestSync(uid: string) {
  const headers = { apikey: tenant.users.tenantAdmin.apiKey }
  const response = await fetch(`${address}/v1/registries/helm/${uid}/sync`, { method: 'POST', headers })
  expect(response.status).toBe(202)
}

const newest = (registryUid: string) =>
  prisma.registrySync.findFirstOrThrow({ where: { registryUid }, orderBy: { requestedAt: 'desc' } })

const over = (registryUid: string) =>
  expect.poll(() => newest(registryUid), { timeout: 60_000, interval: 200 }).toMatchObject({ activeKey: null })

const reached = (registryUid: string, found: number) =>
  expect
    .poll(async () => (await newest(registryUid)).found, { timeout: 30_000, interval: 5 })
    .toBeGreaterThanOrEqual(found)

/** What a sync decides of a registry's versions; uids and times are each registry's own. */
async function catalogueOf(registryUid: string) {
  const rows = await prisma.packVersion.findMany({
    where: { registryUid },
    orderBy: [{ name: 'asc' }, { version: 'asc' }],
    omit: {
      uid: true,
      registryUid: true,
      addedBy: true,
      writtenBy: true,
      createdAt: true,
      modifiedAt: true,
      removedAt: true,
    },
  })
  const removed = await prisma.packVersion.findMany({
    where: { registryUid, removedAt: { not: null } },
    orderBy: [{ name: 'asc' }, { version: 'asc' }],
    select: { name: true, version: true },
  })
  return { rows, removed }
}

/** From one round to the next some versions go, some come, some come back and some change. */
const chartsOf = (round: number): ChartVersion[] =>
  Array.from({ length: VERSIONS }, (_none, at) => at)
    .filter((at) => at % 7 !== round % 7)
    .map((at) => ({
      name: `chart-${at % 60}`,
      version: `1.${at}.0`,
      content: at % 5 === round % 5 ? `${round}` : 'same',
    }))

const MOMENTS: [string, (registryUid: string) => Promise<unknown>][] = [
  ['before anything is read', async () => undefined],
  ['while the index arrives', async (uid) => expect.poll(() => newest(uid)).toMatchObject({ state: 'running' })],
  ['at the first rows', (uid) => reached(uid, 1)],
  ['in the middle of the rows', (uid) => reached(uid, VERSIONS / 2)],
]

describe('a server that is killed in the middle of a sync', () => {
  it('takes the run up again and ends with the catalogue of an undisturbed one', async () => {
    const [killed, undisturbed] = [await createRegistry(), await createRegistry()]
    for (const [round, [moment, isThere]] of MOMENTS.entries()) {
      repository.publish(chartsOf(round))
      await requestSync(killed)
      await isThere(killed)
      await end('SIGKILL')
      const cutOff = await newest(killed)
      address = await start()
      await over(killed)
      await requestSync(undisturbed)
      await over(undisturbed)
      const [run, other] = [await newest(killed), await newest(undisturbed)]
      process.stdout.write(`killed ${moment}: ${cutOff.state}, ${cutOff.found} of ${run.found} seen\n`)
      expect(run).toMatchObject({ uid: cutOff.uid, state: 'succeeded' })
      expect(pick(run)).toEqual(pick(other))
      expect(await catalogueOf(killed)).toEqual(await catalogueOf(undisturbed))
    }
  }, 300_000)
})

const pick = ({ found, added, changed, unchanged, removed, failed }: Awaited<ReturnType<typeof newest>>) => ({
  found, added, changed, unchanged, removed, failed,
}) // prettier-ignore
