import { versionSortKey } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { Prisma } from '../../../platform/database/prisma.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { rowsRead, runExplained } from '../../../testing/database/statement-plan.ts'
import { openTestApp } from '../../../testing/test-app.ts'
import { catalogueAsJson, findCatalogue, findKnownVersions, type WantedPack } from './catalogue-facts-repository.ts'

const test = await openTestApp()

const db = test.deps.tenantDb(test.fixtures.stage.uid)
const versions = ['1.2.0', '1.33.6', '1.33.10', '1.34.0'].map((version) => ({ name: 'kubernetes', version }))
await addRegistry(db, { name: 'Public Repo', packs: versions })
await addRegistry(db, {
  name: 'Mirror',
  kind: 'oci',
  packs: [
    { name: 'kubernetes', version: '1.33.6', schema: '# s' },
    { name: 'prefixed', version: 'v1.33.6' },
    {
      name: 'fixed',
      version: '1.0.0',
      schema: "a: {schema: '{{ readonly }}'}",
      values: 'a: 1\n',
      constraints: '{"dependencies":[]}',
    },
    { name: 'loose', version: '1.0.0', schema: '# s', values: 'a: 1\n' },
  ],
})
const foreign = test.deps.tenantDb(test.fixtures.dev.uid)
await addRegistry(foreign, { name: 'Foreign', packs: [{ name: 'kubernetes', version: '1.99.0' }] })

const findCandidates = async (wanted: readonly WantedPack[]) => (await findCatalogue(db, { wanted })).candidates
const brief = (found: readonly { version: string; registry: { name: string } }[]) =>
  found.map(({ version, registry }) => `${version} ${registry.name}`)

describe('catalogue facts', () => {
  it('include a pack version from every registry that has it', async () => {
    const found = await findCandidates([{ name: 'kubernetes', version: '1.33.6' }])
    expect(brief(found)).toEqual(['1.33.6 Mirror', '1.33.6 Public Repo'])
    expect(found[0]).toMatchObject({
      type: 'oci',
      layer: 'addon',
      schema: '# s',
      registry: { kind: 'oci', providerType: 'pack', isPrivate: true, isSyncSupported: true },
    })
  })

  it('include the newest version in each registry that a floating tag matches, if the version itself is missing', async () => {
    const found = await findCandidates([{ name: 'kubernetes', version: '1.33.99', prefix: '1.33.' }])
    expect(brief(found)).toEqual(['1.33.10 Public Repo', '1.33.6 Mirror'])
  })

  it.each([
    ['1.', '1.34.0'],
    ['', '1.34.0'],
    ['1.2.', '1.2.0'],
  ])('accept %j as the fixed part of a tag', async (prefix, newest) => {
    const found = await findCandidates([{ name: 'kubernetes', version: 'gone', prefix }])
    expect(brief(found)).toContain(`${newest} Public Repo`)
  })

  it('include versions with a v for the same fixed part', async () => {
    const found = await findCandidates([{ name: 'prefixed', version: 'v1.33.x', prefix: '1.33.' }])
    expect(brief(found)).toEqual(['v1.33.6 Mirror'])
  })

  it('include what a pack declares and its default values', async () => {
    const found = await findCandidates([
      { name: 'fixed', version: '1.0.0' },
      { name: 'loose', version: '1.0.0' },
    ])
    expect(found.map(({ name, constraints, defaults }) => [name, constraints, defaults])).toEqual([
      ['fixed', '{"dependencies":[]}', 'a: 1\n'],
      ['loose', '{}', 'a: 1\n'],
    ])
  })

  it('include a pack once if one layer names its version and others a tag that matches it', async () => {
    const found = await findCandidates([
      { name: 'kubernetes', version: '1.33.10' },
      { name: 'kubernetes', version: '1.33.98', prefix: '1.33.' },
      { name: 'kubernetes', version: '1.33.99', prefix: '1.33.' },
    ])
    expect(brief(found)).toEqual(['1.33.10 Public Repo', '1.33.6 Mirror'])
  })

  it('prefer the version itself to what the tag matches', async () => {
    const found = await findCandidates([{ name: 'kubernetes', version: '1.34.0', prefix: '1.33.' }])
    expect(brief(found)).toEqual(['1.34.0 Public Repo'])
  })

  it('include nothing of another tenant, and nothing if nothing is wanted', async () => {
    expect(await findCandidates([{ name: 'kubernetes', version: '1.99.0' }])).toEqual([])
    expect(await findCandidates([])).toEqual([])
    expect(await findKnownVersions(db, [])).toEqual([])
  })

  it('leave out versions that are gone from their registry', async () => {
    const where = { name: 'kubernetes', version: '1.2.0' }
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    await db.packVersion.updateMany({ where, data: { removedAt: new Date() } })
    expect(await findCandidates([where])).toEqual([])
    await db.packVersion.updateMany({ where, data: { removedAt: null } })
  })

  it('list the existing versions around a missing one', async () => {
    const known = await findKnownVersions(db, [{ name: 'kubernetes', versionKey: versionSortKey('1.33.8') }])
    expect(known.map(({ version, registryName }) => `${version} ${registryName}`)).toEqual([
      '1.2.0 Public Repo',
      '1.33.10 Public Repo',
      '1.33.6 Mirror',
      '1.33.6 Public Repo',
      '1.34.0 Public Repo',
    ])
  })

  it('read no more packs than were asked for, even for a tenant that the statistics do not know yet', async () => {
    await test.deps.prisma.$executeRaw`ANALYZE pack_versions`
    const db = test.deps.tenantDb(test.fixtures.dev.uid)
    const packs = Array.from({ length: 300 }, (_, index) => ({ name: `just-filled-${index}`, version: '1.0.0' }))
    await addRegistry(db, { name: 'Just filled', packs })
    const nodes = await runExplained(db, Prisma.sql`SELECT ${catalogueAsJson(db.$tenantUid, { wanted: packs })}`)
    expect(rowsRead(nodes)).toBeLessThanOrEqual(packs.length * 2)
  })
})
