import { describe, expect, it } from 'vitest'
import type { SearchResultsBody } from '@waybill/api-contract'
import { z } from 'zod'
import { Prisma } from '../../platform/database/prisma.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { searchStatement } from './search-repository.ts'

const test = await openTestApp()
const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const { stage, dev } = test.fixtures
const tenantUid = stage.uid
await addRegistry(test.deps.tenantDb(tenantUid), {
  name: 'Ours',
  packs: ['1.0.0', '1.10.0', '1.9.0'].map((version) => ({ name: 'cni-calico', version })),
})
for (const name of ['my-calico', 'calico', 'calico-edge']) await addProfile(test, { tenantUid, name })
await addProfile(test, { tenantUid, name: 'calico', version: '2.0.0' })
const elsewhere = { scope: 'project', scopeUid: stage.projects.other } as const
await addProfile(test, { tenantUid, name: 'calico-elsewhere', ...elsewhere })
await addProfile(test, { tenantUid: dev.uid, name: 'calico-foreign' })
const macros = { macros: [{ name: 'calicoRange', value: '10.0.0.0' }] }
const url = `/v1/tenants/${tenantUid}/macros`
await test.app.inject({ method: 'POST', url, headers: admin(), payload: macros })

const search = async (q: string, headers = admin()) =>
  (await test.app.inject({ url: `/v1/console/search?q=${encodeURIComponent(q)}`, headers })).json<SearchResultsBody>()
    .items
const found = async (q: string, headers = admin()) =>
  (await search(q, headers)).map(({ kind, name, note }) => [kind, name, note])

describe('the search', () => {
  it('finds names of every kind in any case, exact matches first, by the newest version', async () => {
    expect(await found('CALICO')).toEqual([
      ['profile', 'calico', '2.0.0'],
      ['profile', 'calico-edge', '1.0.0'],
      ['profile', 'calico-elsewhere', '1.0.0'],
      ['profile', 'my-calico', '1.0.0'],
      ['pack', 'cni-calico', '1.10.0'],
      ['macro', 'calicoRange', 'tenant'],
    ])
  })

  it('finds profiles of projects in the tenant, and says which project', async () => {
    const [first] = await search('calico-else')
    expect(first).toMatchObject({
      name: 'calico-elsewhere',
      project: { uid: test.fixtures.stage.projects.other, name: 'Other' },
    })
    const [ofTenant] = await search('calico-edge')
    expect(ofTenant?.project).toBeNull()
  })

  it('finds the tenant’s own profile before those of that name in projects, however many', async () => {
    const tenantUid = test.fixtures.stage.uid
    const projects = Array.from({ length: 6 }, (_none, at) => String(at).padStart(24, '0'))
    for (const uid of projects) {
      await test.deps.prisma.project.create({ data: { uid, tenantUid, name: `Like ${uid}` } })
      await addProfile(test, { tenantUid, name: 'alike', scope: 'project', scopeUid: uid })
    }
    await addProfile(test, { tenantUid, name: 'alike' })
    const [first, ...others] = await search('alike')
    expect(first?.project).toBeNull()
    expect(others.map(({ project }) => project !== null)).toEqual([true, true, true, true])
  })

  it('finds in the tenant only those of projects where the caller may list profiles', async () => {
    const { projects } = test.fixtures.stage
    const names = async (projectUid: string) =>
      (await found('calico', as(await addHolder(test, ['clusterProfile.list'], projectUid)))).map(([, name]) => name)
    expect(await names(projects.other)).toEqual(['calico-elsewhere'])
    expect(await names(projects.default)).toEqual([])
  })

  it('finds people by name and by e-mail', async () => {
    const { email, uid } = test.fixtures.stage.users.projectAdmin
    expect((await search(email)).filter(({ kind }) => kind === 'person')).toMatchObject([{ uid, note: email }])
  })

  it('finds no more than may be listed in the scope', async () => {
    const { users, projects } = test.fixtures.stage
    const kinds = async (q: string) =>
      (await search(q, as(users.projectViewer, projects.default))).map(({ kind }) => kind)
    expect(await kinds('calico')).not.toContain('macro')
    expect(await kinds(users.projectAdmin.email)).toEqual([])
    const inOther = await found('calico-else', as(users.tenantAdmin, projects.other))
    expect(inOther).toEqual([['profile', 'calico-elsewhere', '1.0.0']])
  })

  it.each([
    ['clusterProfile.list', 'calico', 'profile'],
    ['packRegistry.list', 'calico', 'pack'],
    ['macro.list', 'calico', 'macro'],
    ['user.list', 'admin', 'person'],
  ] as const)('finds for who holds %s alone what that lists', async (permission, q, kind) => {
    const items = await search(q, as(await addHolder(test, [permission])))
    expect([...new Set(items.map((item) => item.kind))]).toEqual([kind])
  })

  it.each(['', 'c', '  ', '%', '_alic', "calico' OR 1=1 --"])('finds nothing for %j', async (q) => {
    expect(await search(q)).toEqual([])
  })

  it('looks names up in indexes, however many there are', async () => {
    const { stage } = test.fixtures
    await test.deps.prisma.$executeRaw`
      INSERT INTO profiles (uid, tenant_uid, scope, scope_uid, name, version, version_key, type, cloud_type, created_by, description)
      SELECT substr(md5('p' || n), 1, 24), ${stage.uid}, 'tenant', ${stage.uid}, 'profile-' || n, '1.0.0', '1', 'add-on', 'all', '', repeat('words ', 200)
      FROM generate_series(1, 20000) n`
    await test.deps.prisma.$executeRaw`ANALYZE profiles`
    const db = test.deps.tenantDb(stage.uid)
    const may = { profileScopes: [stage.uid], macroScope: undefined, packs: false, people: false }
    const statement = searchStatement(db, { text: 'calico', ...may }) ?? Prisma.empty
    // PostgreSQL decides from how many rows on an index is cheaper; the test only checks that one can be used.
    const rows = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
      return tx.$queryRaw(Prisma.sql`EXPLAIN ${statement}`)
    })
    const plan = z
      .array(z.object({ 'QUERY PLAN': z.string() }))
      .parse(rows)
      .map((row) => row['QUERY PLAN'])
      .join('\n')
    expect(plan).toMatch(/Index (Only )?Scan using profiles_tenant_uid_scope_uid_is_newest_/)
    expect(plan).not.toContain('Seq Scan')
  })
})
