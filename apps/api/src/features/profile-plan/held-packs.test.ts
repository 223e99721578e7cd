import { beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson } from '../../testing/documents.ts'
import { addProfile } from '../../testing/profiles.ts'
import { FakeRegistry } from '../../testing/registry-servers/fake-registry.ts'
import { countLockWaiters } from '../../testing/held-locks/held-lock.ts'
import { hold } from '../../testing/held-locks/blocking-lock.ts'
import { sender } from '../../testing/sender.ts'
import { openTestApp } from '../../testing/test-app.ts'
import { createSyncRequestRepository } from '../registry-sync/request/sync-request-repository.ts'
import { syncRegistry } from '../registry-sync/run/sync-service.ts'

const test = await openTestApp()
let registryUid: string
let names = 0

beforeEach(async () => {
  const registry = { name: newName(), packs: [{ name: 'page', version: '1.0.0' }] }
  registryUid = await addRegistry(db(), registry)
})

const stage = () => test.fixtures.stage
const db = () => test.deps.tenantDb(stage().uid)
const newName = () => `held-${(names += 1)}`

const send = sender(() => test)

/** A pack of the registry, as a file names it. */
const page = () => packOf({ registry: { metadata: { uid: registryUid } } })

async function addProfileWithPage(place: { scope?: 'project'; scopeUid?: string } = {}) {
  const { uid: packUid } = await db().packVersion.findFirstOrThrow({ where: { registryUid } })
  return addProfile(test, {
    tenantUid: stage().uid,
    isPublished: false,
    layers: [{ name: 'page', registryUid, packUid }],
    ...place,
  })
}

const WRITES = {
  'an import': async () => () =>
    send('POST', '/v1/clusterprofiles/import', profileJson({ name: newName(), packs: [page()] })),
  'a change': async () => {
    const uid = await addProfileWithPage()
    const variables = [{ name: 'size', defaultValue: '1' }]
    return () => send('PATCH', `/v1/clusterprofiles/${uid}/variables`, { variables })
  },
}

const REMOVALS = {
  'a deletion of its registry': async () => {
    expect((await send('DELETE', `/v1/registries/${registryUid}?force=true`)).statusCode).toBe(204)
  },
  'a sync that finds it gone': async () => {
    const registry = new FakeRegistry()
    registry.offer({ kind: 'done', mark: '' })
    const run = await createSyncRequestRepository(db()).queue({ registryUid, trigger: 'request' }, '')
    const report = (error: unknown) => expect.unreachable(String(error))
    const tools = { cipher: test.deps.cipher, openRegistry: registry.openRegistry, report }
    await syncRegistry({ db: db(), tools }, run.uid, new AbortController().signal)
  },
}

const DELETIONS = {
  'a deletion of its profile': async () => {
    const uid = await addProfileWithPage()
    return () => send('DELETE', `/v1/clusterprofiles/${uid}`)
  },
  'a deletion of its project': async () => {
    const project = await db().project.create({ data: { uid: newUid(), tenantUid: stage().uid, name: newName() } })
    await addProfileWithPage({ scope: 'project', scopeUid: project.uid })
    return () => send('DELETE', `/v1/projects/${project.uid}?cleanupProjectResources=true`)
  },
}

/** The marks of the registry's layers, and of their profiles. */
const layersOfRegistry = async () => {
  const layers = await db().layer.findMany({ where: { registryUid }, select: { isInvalid: true, profile: true } })
  return layers.map(({ isInvalid, profile }) => ({ layer: isInvalid, profile: profile.isInvalid }))
}

const waiters = (count: number) => expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(count)

/** Begins one and then the other while tables are locked, so that both are waiting before either ends. */
async function beginInTurn<One, Other>(tables: string, one: () => Promise<One>, other: () => Promise<Other>) {
  const stop = await hold(test.databaseUrl, `LOCK TABLE ${tables} IN SHARE MODE`)
  const first = one()
  await waiters(1)
  const second = other()
  await waiters(2)
  await stop.release()
  return Promise.all([first, second])
}

describe.each(Object.entries(WRITES))('%s that writes a layer', (_write, prepare) => {
  describe.each(Object.entries(REMOVALS))('of a pack while %s goes on', (_removal, remove) => {
    it.each(['profiles', 'layers', 'audit_events'])('leaves it marked if it waits for %s', async (table) => {
      const [written] = await beginInTurn(`${table}, audit_events`, await prepare(), remove)
      expect(written.statusCode).toBeLessThan(300)
      expect(await layersOfRegistry()).toEqual([{ layer: true, profile: true }])
    })

    it('sees it if the removal was first', async () => {
      await beginInTurn('audit_events', remove, await prepare())
      expect((await layersOfRegistry()).filter(({ layer, profile }) => !layer || !profile)).toEqual([])
    })
  })
})

describe.each(Object.entries(DELETIONS))('%s', (_deletion, prepare) => {
  it.each(Object.entries(REMOVALS))('runs beside %s without a deadlock', async (_removal, remove) => {
    const [, deleted] = await beginInTurn('profiles', remove, await prepare())
    expect(deleted.statusCode).toBe(204)
    expect(await layersOfRegistry()).toEqual([])
  })
})
