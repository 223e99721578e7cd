import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'
import { newUid } from '../../platform/database/uid.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { addProfile } from '../../testing/profiles.ts'
import { openTestApp } from '../../testing/test-app.ts'
import type { FactsQuestion } from './facts-question.ts'
import { OutdatedPlanError } from './plan-and-write.ts'
import { gatherFacts } from './plan-facts.ts'

const test = await openTestApp()

/** The test's own profile, and its registry. */
let name: string
let uid: string
beforeEach(async () => {
  name = `web ${newUid()}`
  uid = await addProfile(test, { tenantUid: test.fixtures.stage.uid, name })
})

/** Built-in roles that may create may change too; these rules must also hold for future roles. */
function callerWith(...permissions: Permission[]): Caller {
  const { uid: tenantUid, name: tenantName } = test.fixtures.stage
  const may = new Set(permissions)
  const scope = { kind: 'tenant', uid: tenantUid, name: tenantName } as const
  return {
    userUid: '',
    email: '',
    tenantUid,
    tenantName,
    scope,
    permissions: may,
    tenantPermissions: may,
    via: 'jwt',
    sessionUid: undefined,
  }
}

const factsFor = (caller: Caller, question: Partial<FactsQuestion> = {}) =>
  gatherFacts(db(), {
    question: { name, packs: [], charts: [], createsMacros: false, ...question },
    caller,
    tools: test.deps,
  })

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

function addMacro(name: string) {
  const [macroUid, tenantUid] = [newUid(), test.fixtures.stage.uid]
  const value = test.deps.cipher.encrypt('', { tenantUid, table: 'macros', row: macroUid, column: 'value' })
  return db().macro.create({ data: { uid: macroUid, tenantUid, scope: 'tenant', scopeUid: tenantUid, name, value } })
}

describe('the version that an import keeps values from', () => {
  it('is the newest of the name for callers who may change it', async () => {
    const { facts } = await factsFor(callerWith('clusterProfile.create', 'clusterProfile.update'))
    expect(facts.newest?.uid).toBe(uid)
  })

  it('is undefined for callers who may only create, though its name and version count as taken', async () => {
    const { facts } = await factsFor(callerWith('clusterProfile.create'))
    expect([facts.newest, facts.existing]).toEqual([null, [{ uid, version: '1.0.0' }]])
  })
})

describe('facts that are checked again when a plan is written', () => {
  const caller = () => callerWith('clusterProfile.create', 'clusterProfile.update')
  const packs = [
    { name: 'held', version: '1.0.0' },
    { name: 'missing', version: '1.0.0' },
  ]

  beforeEach(async () => {
    await addRegistry(db(), { name, packs: [{ name: 'held', version: '1.0.0' }] })
  })

  it('hold while nothing changes', async () => {
    const { checkAgain } = await factsFor(caller(), { packs, createsMacros: true })
    await expect(checkAgain(db())).resolves.toBeUndefined()
  })

  // prettier-ignore
  const changes: [string, () => Promise<unknown>][] = [
    ['what a pack declares changes', () => db().packVersion.updateMany({ where: { name: 'held' }, data: { schema: '# other' } })],
    ['what a pack ships changes', () => db().packVersion.updateMany({ where: { name: 'held' }, data: { values: 'ö: 1\n' } })],
    ['a registry gets another name', () => db().registry.updateMany({ where: { name }, data: { name: 'Other' } })],
    ['a version of what is missing comes', () => addRegistry(db(), { name: 'More', packs: [{ name: 'missing', version: '2.0.0' }] })],
    ['the version that values are kept from is changed', () => db().profile.updateMany({ where: { uid }, data: { description: 'Other' } })],
    ['another version of the name is there', () => addProfile(test, { tenantUid: test.fixtures.stage.uid, name, version: '2.0.0' })],
    ['a macro is added', () => addMacro('new')],
    ['a pack leaves its registry', () => db().packVersion.updateMany({ where: { name: 'held' }, data: { removedAt: new Date() } })],
  ]
  it.each(changes)('do not hold any more once %s', async (_what, change) => {
    const { checkAgain } = await factsFor(caller(), { packs })
    await change()
    await expect(checkAgain(db())).rejects.toBeInstanceOf(OutdatedPlanError)
  })
})

it('reads the target once if a registry is not synchronised and no layer asks it for a chart', async () => {
  const registryUid = await addRegistry(db(), { name: 'Synced', packs: [{ name: 'page', version: '1.0.0' }] })
  const unsynced = { kind: 'oci', providerType: 'helm', isSyncSupported: false, endpoint: 'http://127.0.0.1:9' }
  await db().registry.create({ data: { uid: newUid(), tenantUid: db().$tenantUid, name: 'Charts', ...unsynced } })
  const charts = [{ index: 0, names: ['page'], tag: '1.0.0', registry: { uid: registryUid }, mayBeAnywhere: true }]
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await factsFor(callerWith('clusterProfile.create'), { charts })
  const texts = sent.mock.calls.map(([statement]) => (statement as unknown as { text: string }).text)
  expect(texts.filter((text) => text.includes("'hasAskedRegistries'"))).toHaveLength(1)
})
