import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const tenantUid = () => test.fixtures.stage.uid
const db = () => test.deps.tenantDb(tenantUid())

describe('writing a profile', () => {
  it('leaves one newest version, whatever is written at the same time', async () => {
    const versions = ['1.0.0', '1.10.0', '1.9.0', '1.10.0-rc.1', '0.9.0']
    await Promise.all(versions.map((version) => addProfile(test, { tenantUid: tenantUid(), name: 'many', version })))
    const newest = await db().profile.findMany({ where: { name: 'many', isNewest: true } })
    expect(newest.map(({ version }) => version)).toEqual(['1.10.0'])
  })

  it('accepts a name and version once, and writes nothing of the other profile', async () => {
    const attempts = Array.from({ length: 5 }, () => addProfile(test, { tenantUid: tenantUid(), name: 'once' }))
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const profiles = await db().profile.findMany({ where: { name: 'once' }, include: { layers: true } })
    expect(profiles.map(({ layers }) => layers.length)).toEqual([1])
  })

  it('lets two profiles be the first to use the same packs, in any order and with texts of megabytes', async () => {
    const packs = ['lamp', 'relay', 'fuse'].map((name) => ({ name, version: '1.0.0' }))
    const registryUid = await addRegistry(db(), { name: 'used by nobody', packs })
    const found = await db().packVersion.findMany({ where: { registryUid }, orderBy: { uid: 'asc' } })
    const layers = found.map(({ uid, name }) => ({ name, packUid: uid, registryUid, values: '#'.repeat(1_500_000) }))
    const orders = [layers, layers.toReversed()]
    const uids = await Promise.all(orders.map((order) => addProfile(test, { tenantUid: tenantUid(), layers: order })))
    for (const [at, profileUid] of uids.entries()) {
      const written = await db().layer.findMany({ where: { profileUid }, orderBy: { position: 'asc' } })
      expect(written.map(({ packUid }) => packUid)).toEqual(orders[at]?.map(({ packUid }) => packUid))
    }
  })

  it('stores no text and no finding in clear', async () => {
    const uid = await addProfile(test, {
      tenantUid: tenantUid(),
      layers: [
        { values: 'password: hunter22-in-clear', manifests: [{ name: 'm', content: 'token: hunter22-in-clear' }] },
      ],
      variables: [{ name: 'v', defaultValue: 'hunter22-in-clear', isSensitive: true }],
    })
    const layers = await db().layer.findMany({ where: { profileUid: uid }, include: { manifests: true } })
    const variables = await db().variable.findMany({ where: { profileUid: uid } })
    const bytes = layers.flatMap(({ values, inspection, manifests }) => [
      values,
      inspection,
      ...manifests.map((m) => m.content),
    ])
    const stored = [...bytes, ...variables.map(({ definition }) => definition)].map((each) => Buffer.from(each ?? []))
    expect(stored.every((each) => each.length > 0)).toBe(true)
    expect(Buffer.concat(stored).toString('latin1')).not.toMatch(/hunter22|password|token/)
  })

  it('stores which macros texts and defaults use', async () => {
    const uid = await addProfile(test, {
      tenantUid: tenantUid(),
      layers: [
        { values: 'a: "{{.spectro.macro.one}}"', manifests: [{ name: 'm', content: 'b: "{{ .spectro.macro.two }}"' }] },
      ],
      variables: [{ name: 'v', defaultValue: '{{.spectro.macro.three}}' }],
    })
    const uses = await db().macroUse.findMany({ where: { profileUid: uid }, orderBy: { macroName: 'asc' } })
    expect(uses.map(({ macroName }) => macroName)).toEqual(['one', 'three', 'two'])
  })

  it('sends as many statements for 200 layers as for one', async () => {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const statementsFor = async (count: number) => {
      const layers = Array.from({ length: count }, () => ({
        values: 'a: 1',
        manifests: [{ name: 'm', content: 'b: 1' }],
      }))
      sent.mockClear()
      await addProfile(test, { tenantUid: tenantUid(), layers })
      return sent.mock.calls.length
    }
    // Opens the connection, whose setup would count as well.
    await statementsFor(1)
    const one = await statementsFor(1)
    expect(one).toBeGreaterThan(0)
    expect(await statementsFor(200)).toBe(one)
  })
})
