import type { SourceEvent } from '@waybill/pack-sources'
import { beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../../platform/database/uid.ts'
import { eventsOf } from '../../../testing/registry-servers/fake-registry.ts'
import { offer } from '../../../testing/packs.ts'
import { countLockWaiters } from '../../../testing/held-locks/held-lock.ts'
import { hold } from '../../../testing/held-locks/blocking-lock.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { createCatalogueRepository } from './catalogue-repository.ts'
import { noProgress, writeWalk } from './catalogue-writer-service.ts'

const test = await openTestApp()
let registry: { uid: string; kind: string }

const tenant = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function createRegistry(kind = 'pack') {
  registry = { uid: newUid(), kind }
  await tenant().registry.create({ data: { ...registry, tenantUid: test.fixtures.stage.uid, name: registry.uid } })
}
beforeEach(() => createRegistry())

const DONE: SourceEvent = { kind: 'done', mark: 'm' }

async function walk(events: readonly SourceEvent[], runUid = newUid()) {
  const catalogue = createCatalogueRepository(tenant())
  const known = await catalogue.listKnown(registry.uid)
  const progress = noProgress()
  const whole = await writeWalk(tenant(), { registry, events: eventsOf(events), known, runUid, progress })
  if (whole) await catalogue.markRemoved(whole)
  return { ...progress, whole }
}

const rows = () => tenant().packVersion.findMany({ where: { registryUid: registry.uid }, orderBy: { name: 'asc' } })

/** The transactions that last wrote each row. */
const writes = () => tenant().$queryRaw`
  SELECT uid, xmin::text FROM pack_versions WHERE tenant_uid = ${tenant().$tenantUid} ORDER BY uid`

describe('a walk over a registry', () => {
  it('writes each pack with its texts', async () => {
    const pack = offer({ name: 'a', version: '1.0.0', values: 'x: 1\n', readme: '# A', sourceDigest: 'sha256:1' })
    const { counts } = await walk([pack, DONE])
    expect(counts).toMatchObject({ found: 1, added: 1, changed: 0, unchanged: 0, removed: 0, failed: 0 })
    const [row] = await rows()
    expect(row).toMatchObject({ name: 'a', type: 'spectro', values: 'x: 1\n', readme: '# A', sourceDigest: 'sha256:1' })
    expect(row?.cloudTypes).toEqual(['all', 'aws'])
  })

  it('updates what changed and keeps its uid', async () => {
    await createRegistry('oci')
    await walk([offer({ name: 'a', version: '1', values: 'x: 1' }), offer({ name: 'b', version: '1' }), DONE])
    const before = await rows()
    const { counts } = await walk([
      offer({ name: 'a', version: '1', values: 'x: 2' }),
      offer({ name: 'b', version: '1' }),
      DONE,
    ])
    expect(counts).toMatchObject({ found: 2, added: 0, changed: 1, unchanged: 1 })
    expect((await rows())[0]).toMatchObject({ uid: before[0]?.uid, values: 'x: 2', type: 'oci' })
  })

  it('discards the content of a chart that changed', async () => {
    const chart = { name: 'a', version: '1', location: 'https://h/a.tgz', isContentRead: false }
    await walk([offer({ ...chart, sourceDigest: '1' }), DONE])
    await tenant().packVersion.updateMany({
      where: { registryUid: registry.uid },
      data: { values: 'read: 1', isContentRead: true },
    })
    await walk([offer({ ...chart, sourceDigest: '1' }), DONE])
    expect(await rows()).toMatchObject([{ values: 'read: 1', isContentRead: true }])
    await walk([offer({ ...chart, sourceDigest: '2' }), DONE])
    expect(await rows()).toMatchObject([{ values: '', isContentRead: false, sourceDigest: '2' }])
  })

  it('writes no row if nothing changed, whether or not the registry has names for it', async () => {
    const packs = Array.from({ length: 250 }, (_none, at) =>
      offer({ name: `p${at}`, version: '1', values: `a: ${at}` }),
    )
    await walk([...packs, DONE])
    const before = await writes()
    expect((await walk([...packs, DONE])).counts).toMatchObject({ added: 0, changed: 0, unchanged: 250 })
    const named = packs.map((_none, at): SourceEvent => ({ kind: 'unchanged', name: `p${at}`, version: '1' }))
    expect((await walk([...named, DONE])).counts).toMatchObject({ unchanged: 250, removed: 0 })
    expect((await walk([{ kind: 'not-modified' }])).counts).toMatchObject({ found: 250, unchanged: 250, removed: 0 })
    expect(await writes()).toEqual(before)
  })

  it('marks what is gone, and removes the mark with the same uid when it is back', async () => {
    const [a, b] = [offer({ name: 'a', version: '1' }), offer({ name: 'b', version: '1' })]
    await walk([a, b, DONE])
    const before = await rows()
    expect((await walk([a, DONE])).counts).toMatchObject({ unchanged: 1, removed: 1 })
    expect((await rows()).map(({ removedAt }) => removedAt === null)).toEqual([true, false])
    expect((await walk([a, DONE])).counts).toMatchObject({ removed: 0 })
    await walk([a, b, DONE])
    expect((await rows()).map(({ uid, removedAt }) => ({ uid, removedAt }))).toEqual(
      before.map(({ uid }) => ({ uid, removedAt: null })),
    )
  })

  it('removes nothing if it did not see everything', async () => {
    await walk([offer({ name: 'a', version: '1' }), DONE])
    expect(await walk([offer({ name: 'b', version: '1' })])).toMatchObject({ whole: null, counts: { removed: 0 } })
    expect((await rows()).map(({ removedAt }) => removedAt)).toEqual([null, null])
  })

  it('continues after a bad pack, reports it with the reason, and does not take it for removed', async () => {
    await walk([offer({ name: 'bad', version: '1' }), DONE])
    const { counts, failures } = await walk([
      { kind: 'failed', place: 'bad:1', fault: 'malformed-json', name: 'bad', version: '1' },
      offer({ name: 'good', version: '1' }),
      offer({ name: 'good', version: '1' }),
      offer({ name: 'nul', version: '1', location: '\0' }),
      DONE,
    ])
    expect(counts).toMatchObject({ found: 4, added: 1, failed: 3, removed: 0 })
    expect(failures).toEqual([
      { place: 'bad:1', fault: 'malformed-json' },
      { place: 'good 1', fault: 'duplicate' },
      { place: 'nul 1', fault: 'invalid-character' },
    ])
  })

  it('makes the next walk read everything again after a failure, and lets it skip that otherwise', async () => {
    const failed: SourceEvent = { kind: 'failed', place: 'packs/bad', fault: 'malformed-json' }
    expect((await walk([failed, DONE])).whole?.mark).toBe('')
    expect((await walk([DONE])).whole?.mark).toBe('m')
  })

  it('keeps the first 500 failures and counts them all', async () => {
    const failed = Array.from({ length: 600 }, (): SourceEvent => ({ kind: 'failed', place: 'p', fault: 'too-large' }))
    const { counts, failures } = await walk([...failed, DONE])
    expect([counts.failed, failures.length]).toEqual([600, 500])
  })

  it('counts what the same run wrote before it was killed as written by it, whatever the clock says', async () => {
    await walk([offer({ name: 'old', version: '1' }), offer({ name: 'changed', version: '1' }), DONE])
    const later = new Date('2099-01-01')
    await tenant().packVersion.updateMany({
      where: { registryUid: registry.uid },
      data: { createdAt: later, modifiedAt: later },
    })
    const run = newUid()
    const all = [
      offer({ name: 'old', version: '1' }),
      offer({ name: 'changed', version: '1', values: 'x: 1' }),
      offer({ name: 'new', version: '1' }),
    ]
    await walk(all, run)
    expect((await walk([...all, DONE], run)).counts).toMatchObject({ found: 3, added: 1, changed: 1, unchanged: 1 })
  })

  it('runs beside the deletion of its registry without a deadlock', async () => {
    const known = (values: string) => ['a', 'b'].map((name) => offer({ name, version: '1', values }))
    await walk([...known('x: 1'), DONE])
    const last =
      (await rows())
        .map(({ uid }) => uid)
        .toSorted()
        .at(-1) ?? ''
    const stop = await hold(test.databaseUrl, 'SELECT FROM pack_versions WHERE uid = $1 FOR UPDATE', [last])
    const waiters = (count: number) => expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(count)
    const written = walk([...known('x: 2'), offer({ name: 'c', version: '1' }), DONE])
    await waiters(1)
    const headers = as(test.fixtures.stage.users.tenantAdmin)
    const deleted = test.app.inject({ method: 'DELETE', url: `/v1/registries/${registry.uid}`, headers })
    await waiters(2)
    await stop.release()
    expect((await written).counts).toMatchObject({ changed: 2, added: 1 })
    expect((await deleted).statusCode).toBe(204)
    expect(await rows()).toEqual([])
  })
})
