import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Prisma } from '../../platform/database/prisma.ts'
import { rowsRead, runExplained } from '../../testing/database/statement-plan.ts'
import { openTestApp } from '../../testing/test-app.ts'
import { type AuditFilter, countAudits, countStatement, pageStatement } from './audit-repository.ts'
import { choicesStatement, readChoices } from './events/audit-choices-repository.ts'

const PER_TENANT = 60_000
const RARE = 'a'.repeat(24)

const test = await openTestApp()
beforeAll(async () => {
  const { stage, dev } = test.fixtures
  for (const { uid, projects } of [stage, dev]) {
    await test.deps.prisma.$executeRaw`
      INSERT INTO audit_events (uid, tenant_uid, project_uid, actor_uid, actor_email, action, outcome, resource_kind, resource_uid, resource_name, at)
      SELECT substr(md5(${uid} || n), 1, 24), ${uid}, CASE WHEN n % 3 = 0 THEN ${projects.default} ELSE '' END,
        CASE WHEN n % 1000 = 0 THEN ${RARE} ELSE 'user-' || n % 20 END, 'a@b.test',
        CASE WHEN n % 1000 = 0 THEN 'reveal' ELSE 'update' END, CASE WHEN n % 1000 = 0 THEN 'refused' ELSE 'succeeded' END,
        CASE WHEN n % 1000 = 0 THEN 'registry' ELSE 'clusterprofile' END, CASE WHEN n % 1000 = 0 THEN ${RARE} ELSE 'profile-' || n % 500 END,
        CASE WHEN n % 1000 = 0 THEN 'rare' ELSE 'profile-' || n % 500 END, now() - n * interval '1 second'
      FROM generate_series(1, ${PER_TENANT}) n`
  }
  await test.deps.prisma.$executeRaw`ANALYZE audit_events`
})

/** PostgreSQL's actual plan, node by node. */
const run = (statement: Prisma.Sql) => runExplained(test.deps.tenantDb(test.fixtures.stage.uid), statement)

const inTenant = () => ({ scope: { kind: 'tenant' as const, uid: test.fixtures.stage.uid, name: '' } })
const inProject = () => ({ scope: { kind: 'project' as const, uid: test.fixtures.stage.projects.default, name: '' } })
const before = { at: new Date(Date.now() - 30_000_000), uid: 'f'.repeat(24) }

describe('a page of a long log', () => {
  it.each<[string, AuditFilter]>([
    ['everything', {}],
    ['a person', { actorUids: [RARE] }],
    ['a kind', { kinds: ['registry'] }],
    ['an action', { actions: ['reveal'] }],
    ['an outcome', { outcomes: ['refused'] }],
    ['an object by uid', { object: RARE }],
    ['an object by name', { object: 'rare' }],
    ['a time', { from: new Date(Date.now() - 40_000_000), to: new Date(Date.now() - 20_000_000) }],
  ])('of %s reads few more rows than it shows, in the middle of the log too', async (_what, filter) => {
    for (const start of [{}, { before }]) {
      const db = test.deps.tenantDb(test.fixtures.stage.uid)
      const nodes = await run(pageStatement(db, inTenant(), { filter, limit: 51, ...start }))
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
      expect(rowsRead(nodes)).toBeLessThanOrEqual(200)
    }
  })

  it.each(['actorUids', 'kinds', 'actions', 'outcomes'])('of none of the %s is empty', async (list) => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    expect(rowsRead(await run(pageStatement(db, inTenant(), { filter: { [list]: [] }, limit: 51 })))).toBe(0)
  })

  it('of a project reads few more rows than it shows', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const nodes = await run(pageStatement(db, inProject(), { filter: {}, limit: 51, before }))
    expect(rowsRead(nodes)).toBeLessThanOrEqual(200)
  })

  it('is counted up to a limit', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const nodes = await run(countStatement(db, inTenant(), { filter: {}, most: 10_000 }))
    expect(rowsRead(nodes)).toBeLessThanOrEqual(10_001)
  })

  it('is counted once up to the limit, as long as the event at which counting stopped exists', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const countsSent = async () => {
      sent.mockClear()
      expect(await countAudits(db, inTenant(), { filter: { kinds: ['clusterprofile'] } })).toBe(10_001)
      return sent.mock.calls.filter(([statement]) => JSON.stringify(statement).includes('count(*)')).length
    }
    expect([await countsSent(), await countsSent()]).toEqual([1, 0])
  })
})

describe('the filters of a long log', () => {
  it('are read with one index lookup per person and kind, not event by event', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const nodes = await run(choicesStatement(db, inTenant()))
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
    expect(rowsRead(nodes)).toBeLessThanOrEqual(50)
  })

  it('list everybody and every kind; in a project, those of its newest events', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const uids = [...Array.from({ length: 20 }, (_none, at) => `user-${at}`), RARE].toSorted()
    for (const caller of [inTenant(), inProject()]) {
      const { people, kinds } = await readChoices(db, caller)
      expect(people.map(({ uid }) => uid).toSorted()).toEqual(uids)
      expect(kinds).toEqual(['clusterprofile', 'registry'])
    }
  })
})
