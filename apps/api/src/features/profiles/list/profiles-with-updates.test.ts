import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile, writeProfile } from '../../../testing/profiles.ts'
import { countLockWaiters } from '../../../testing/held-locks/held-lock.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { createCatalogueRepository } from '../../registry-sync/catalogue/catalogue-repository.ts'

const test = await openTestApp()

const KINDS = ['addon', 'cni'] as const
const CLOUDS = ['all', 'aws', 'vsphere'] as const
const NAMES = ['lamp', 'relay'] as const

/** Events in a tenant, in any order; packs are chosen by index among those that exist. */
const step = fc.oneof(
  fc.record({
    does: fc.constant('add pack' as const),
    name: fc.constantFrom(...NAMES),
    kind: fc.constantFrom(...KINDS),
    cloud: fc.constantFrom(...CLOUDS),
    version: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({ does: fc.constantFrom('remove pack' as const, 'return pack' as const), at: fc.nat(20) }),
  fc.record({
    does: fc.constant('add profile' as const),
    cloud: fc.constantFrom(...CLOUDS),
    stages: fc.constantFrom('draft' as const, 'published' as const, 'both' as const),
    layers: fc.array(
      fc.record({
        at: fc.nat(20),
        publishedAt: fc.nat(20),
        kind: fc.constantFrom(...KINDS),
        type: fc.constantFrom('spectro' as const, 'spectro' as const, 'manifest' as const),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
)

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never
interface Pack {
  uid: string
  name: string
  version: number
  kind: string
  cloud: string
  isRemoved: boolean
}
interface Profile {
  uid: string
  cloud: string
  /** The layers that a change would start from. */
  layers: readonly { pack: Pack; kind: string; type: string }[]
}
interface Tenant {
  name: string
  registryUid: string
  packs: Pack[]
  profiles: Profile[]
}

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function take({ name, registryUid, packs, profiles }: Tenant, step: Step) {
  const packAt = (at: number) => packs[at % packs.length]
  if (step.does === 'add pack') {
    if (packs.some((pack) => pack.name === step.name && pack.version === step.version)) return
    const pack = { ...step, uid: newUid(), isRemoved: false }
    await writePack(db(), registryUid, pack)
    packs.push(pack)
  } else if (step.does === 'add profile') {
    const { cloud, stages } = step
    const layers = step.layers.flatMap(({ at, publishedAt, ...layer }) => {
      const [pack, published] = [packAt(at), packAt(publishedAt)]
      return pack && published ? [{ ...layer, pack, published }] : []
    })
    const uid = await addProfile(test, {
      tenantUid: db().$tenantUid,
      name: `${name}-${profiles.length}`,
      cloudType: cloud,
      isPublished: stages === 'published',
      showsPublished: stages === 'both',
      layers: layers.map(({ kind, type, pack }) => ({ layer: kind, type, packUid: pack.uid, registryUid })),
    })
    // Published layers are written directly.
    for (const [position, { published }] of layers.entries())
      await db().layer.updateMany({
        where: { profileUid: uid, stage: 'published', position },
        data: { packUid: published.uid },
      })
    const current = layers.map((layer) => ({ ...layer, pack: stages === 'published' ? layer.published : layer.pack }))
    profiles.push({ uid, cloud, layers: current })
  } else {
    const pack = packAt(step.at)
    if (!pack) return
    pack.isRemoved = step.does === 'remove pack'
    const uids = (isRemoved: boolean) => (pack.isRemoved === isRemoved ? [pack.uid] : [])
    await createCatalogueRepository(db()).markRemoved({ removedUids: uids(true), returnedUids: uids(false) })
  }
}

type WrittenPack = Pick<Pack, 'uid' | 'name' | 'version' | 'cloud'> & { kind: (typeof KINDS)[number] }

const writePack = (to: TenantClient, registryUid: string, pack: WrittenPack) => writePacks(to, registryUid, [pack])

const writePacks = (to: TenantClient, registryUid: string, packs: readonly WrittenPack[]) =>
  createCatalogueRepository(to).writePacks(
    packs.map(({ uid, name, version, kind, cloud }) => ({
      uid, registryUid, name, version: `${version}.0.0`, displayName: name, layer: kind, cloudTypes: [cloud], type: 'spectro',
      schema: '', presets: '', readme: '', values: '', valuesDigest: '', addonType: '', addonSubType: '', group: '', annotations: '{}',
      constraints: '{}', description: '', eol: '', sourceDigest: '', location: '', isContentRead: true, digest: uid,
    })), // prettier-ignore
  )

/** The rule, independent of the implementation. */
const hasUpdate = ({ packs }: Tenant, { cloud, layers }: Profile) =>
  layers.some(
    ({ pack, kind, type }) =>
      type !== 'manifest' &&
      packs.some(
        (newer) =>
          newer.name === pack.name &&
          newer.version > pack.version &&
          !newer.isRemoved &&
          newer.kind === kind &&
          (cloud === 'all' || newer.cloud === 'all' || newer.cloud === cloud),
      ),
  )

async function listed(name: string, states: readonly string[]): Promise<string[]> {
  const payload = { filter: { profileName: { beginsWith: `${name}-` }, states }, sort: [] }
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  const answer = await test.app.inject({ method: 'POST', url: '/v1/dashboard/clusterprofiles', headers, payload })
  const { items, listmeta } = answer.json<{ items: { metadata: { uid: string } }[]; listmeta: { count: number } }>()
  expect(listmeta.count).toBe(items.length)
  return items.map(({ metadata }) => metadata.uid).toSorted()
}

/** The profiles with updates, according to the page of each. */
async function shown(profiles: readonly Profile[]): Promise<string[]> {
  if (profiles.length === 0) return []
  const url = `/v1/console/clusterprofiles/packUpdates?uids=${profiles.map(({ uid }) => uid).join()}`
  const answer = await test.app.inject({ url, headers: as(test.fixtures.stage.users.tenantAdmin) })
  return answer
    .json<{ items: { uid: string }[] }>()
    .items.map(({ uid }) => uid)
    .toSorted()
}

it('lists exactly the profiles whose pages show updates, whatever happened in whichever order', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const name = `updates-${(run += 1)}`
      const tenant: Tenant = {
        name,
        registryUid: await addRegistry(db(), { name, packs: [] }),
        packs: [],
        profiles: [],
      }
      for (const each of steps) await take(tenant, each)
      const expected = tenant.profiles.filter((profile) => hasUpdate(tenant, profile)).map(({ uid }) => uid)
      expect(await listed(name, ['updates'])).toEqual(expected.toSorted())
      expect(await listed(name, ['updates', 'empty'])).toEqual(expected.toSorted())
      expect(await shown(tenant.profiles)).toEqual(expected.toSorted())
    }),
    { numRuns: 40 },
  )
})

it('misses none of the profiles that are saved during a sync, which they do not see, that brings the newer pack', async () => {
  const registryUid = await addRegistry(db(), { name: 'at once', packs: [] })
  const packs = ['used', 'new'].map((name) => ({ uid: newUid(), name, kind: 'addon', cloud: 'all' }) as const)
  for (const pack of packs) await writePack(db(), registryUid, { ...pack, version: 1 })
  const save = (name: string, at: number) => {
    const layers = [{ layer: 'addon' as const, packUid: packs[at]?.uid ?? '', registryUid }]
    return addProfile(test, { tenantUid: db().$tenantUid, name: `at once-${name}`, layers })
  }
  const before = await save('before', 0)
  const [written, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const sync = db().$transaction(async (tx) => {
    for (const pack of packs) await writePack(tx, registryUid, { ...pack, uid: newUid(), version: 2 })
    written.resolve()
    await ending.promise
  })
  await Promise.race([written.promise, sync])
  const meanwhile = await save('meanwhile', 0)
  // The first profile to use its pack waits for the sync, which is changing that pack.
  const first = save('first', 1)
  ending.resolve()
  await sync
  const uids = [before, meanwhile, await first]
  expect(await listed('at once', ['updates'])).toEqual(uids.toSorted())
})

it('saves a profile of several statements while a sync writes the same packs in another order', async () => {
  const registryUid = await addRegistry(db(), { name: 'both ways', packs: [] })
  const packs = ['lamp', 'relay'].map(
    (name) => ({ uid: newUid(), name, version: 1, kind: 'addon', cloud: 'all' }) as const,
  )
  await writePacks(db(), registryUid, packs)
  const inOrder = packs.toSorted((one, other) => (one.uid < other.uid ? -1 : 1))
  const [begun, isSyncWaiting] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const save = db().$transaction(async (tx) => {
    for (const { name, uid } of inOrder) {
      const layers = [{ layer: 'addon' as const, packUid: uid, registryUid }]
      await writeProfile(tx, test.deps.cipher, { tenantUid: db().$tenantUid, name: `both ways-${name}`, layers })
      begun.resolve()
      await isSyncWaiting.promise
    }
  })
  await Promise.race([begun.promise, save])
  const sync = writePacks(db(), registryUid, inOrder.toReversed())
  await expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(1)
  isSyncWaiting.resolve()
  expect((await Promise.allSettled([save, sync])).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
})
