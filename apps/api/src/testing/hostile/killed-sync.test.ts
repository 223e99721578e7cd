import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrisma, type Database } from '../../platform/database/prisma.ts'
import { newUid } from '../../platform/database/uid.ts'
import { createFixtures, type FixtureTenant } from '../fixtures.ts'
import { startHelmRepository, type ChartVersion } from '../registry-servers/helm-repository.ts'
import { hold, type BlockingLock } from '../held-locks/blocking-lock.ts'
import { createServerProcess } from './server-process.ts'

const VERSIONS = 3_000

let repository: Awaited<ReturnType<typeof startHelmRepository>>
let server: ReturnType<typeof createServerProcess>
let address: string
let prisma: Database
let tenant: FixtureTenant

beforeAll(async () => {
  repository = await startHelmRepository()
  server = createServerProcess({ ALLOWED_HOSTS: repository.host })
  address = await server.start()
  prisma = createPrisma(server.databaseUrl())
  tenant = (await createFixtures(prisma)).stage
})

afterAll(async () => {
  await prisma.$disconnect()
  await server.remove()
  await repository.close()
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

const over = (registryUid: string) => expect.poll(() => newest(registryUid)).toMatchObject({ activeKey: null })

/** How many rows of the catalogue the run has written. */
const countWritten = ({ registryUid, uid }: Awaited<ReturnType<typeof newest>>) =>
  prisma.packVersion.count({ where: { registryUid, writtenBy: uid } })

/** As if the server had been gone long enough to lose the run. */
const ageHeartbeat = (uid: string) =>
  prisma.$executeRaw`UPDATE registry_syncs SET heartbeat_at = heartbeat_at - interval '1 minute' WHERE uid = ${uid}`

/** What a sync decides about a registry's versions, without uids and times, which differ between registries. */
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

/** Between two rounds some versions go, some come, some come back and some change. */
const chartsOf = (round: number): ChartVersion[] =>
  Array.from({ length: VERSIONS }, (_none, at) => at)
    .filter((at) => at % 7 !== round % 7)
    .map((at) => ({
      name: `chart-${at % 60}`,
      version: `1.${at}.0`,
      content: at % 5 === round % 5 ? `${round}` : 'same',
    }))

const nowhere = async (): Promise<BlockingLock> => ({
  hasWaiter: async () => undefined,
  release: async () => undefined,
})

async function inTheIndex(): Promise<BlockingLock> {
  repository.hold()
  const asked = repository.nextAsked()
  return { hasWaiter: () => asked, release: async () => repository.release() }
}

const atRowsOf = (name: string) => (registryUid: string) =>
  hold(server.databaseUrl(), 'SELECT FROM pack_versions WHERE registry_uid = $1 AND name = $2 FOR UPDATE', [
    registryUid,
    name,
  ])

interface Moment {
  name: string
  stop: (registryUid: string) => Promise<BlockingLock>
  hasWritten: boolean
  /** Whether the run is continued by the server that starts next; otherwise by one that is already running. */
  isFoundLater: boolean
}

/** chartsOf determines what changes in a round: the first chart of the third round, one in the middle of the fourth. */
const MOMENTS: Moment[] = [
  { name: 'before anything is read', stop: nowhere, hasWritten: false, isFoundLater: false },
  { name: 'while the index arrives', stop: inTheIndex, hasWritten: false, isFoundLater: true },
  { name: 'at the first rows', stop: atRowsOf('chart-1'), hasWritten: false, isFoundLater: false },
  { name: 'in the middle of the rows', stop: atRowsOf('chart-32'), hasWritten: true, isFoundLater: false },
]

/** @returns the run as the kill left it */
async function killAt(stop: Moment['stop'], registryUid: string) {
  const { hasWaiter, release } = await stop(registryUid)
  await requestSync(registryUid)
  await hasWaiter()
  await server.kill()
  const run = await newest(registryUid)
  const written = await countWritten(run)
  await release()
  return { run, written }
}

describe('a server that is killed in the middle of a sync', () => {
  it('continues the run and ends with the catalogue of an undisturbed one', async () => {
    const [killed, undisturbed] = [await createRegistry(), await createRegistry()]
    for (const [round, { name, stop, hasWritten, isFoundLater }] of MOMENTS.entries()) {
      repository.publish(chartsOf(round))
      const cutOff = await killAt(stop, killed)
      expect({ name, hasWritten: cutOff.written > 0 }).toEqual({ name, hasWritten })
      if (!isFoundLater) await ageHeartbeat(cutOff.run.uid)
      address = await server.start()
      if (isFoundLater) await ageHeartbeat(cutOff.run.uid)
      await over(killed)
      await requestSync(undisturbed)
      await over(undisturbed)
      const [run, other] = [await newest(killed), await newest(undisturbed)]
      expect(run).toMatchObject({ uid: cutOff.run.uid, state: 'succeeded' })
      expect(pick(run)).toEqual(pick(other))
      expect(await catalogueOf(killed)).toEqual(await catalogueOf(undisturbed))
    }
  })
})

const pick = ({ found, added, changed, unchanged, removed, failed }: Awaited<ReturnType<typeof newest>>) => ({
  found, added, changed, unchanged, removed, failed,
}) // prettier-ignore
