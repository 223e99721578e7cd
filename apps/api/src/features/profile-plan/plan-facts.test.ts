import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles.ts'
import { addProfile } from '../../testing/profiles.ts'
import { buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { gatherFacts } from './plan-facts.ts'

let test: TestApp
let uid: string

beforeAll(async () => {
  test = await buildTestApp()
  uid = await addProfile(test, { tenantUid: test.fixtures.stage.uid, name: 'web' })
})
afterAll(async () => test.close())

/** Roles of the table that may create may change too; what holds here is to hold for those to come. */
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

const factsFor = (caller: Caller) =>
  gatherFacts(test.deps.tenantDb(caller.tenantUid), {
    question: { name: 'web', packs: [], charts: [], createsMacros: false },
    caller,
    tools: test.deps,
  })

describe('the version that an import keeps values from', () => {
  it('is the newest of the name for who may change it', async () => {
    const { facts } = await factsFor(callerWith('clusterProfile.create', 'clusterProfile.update'))
    expect(facts.newest?.uid).toBe(uid)
  })

  it('is none for who may only create others, though its name and version are taken for them too', async () => {
    const { facts } = await factsFor(callerWith('clusterProfile.create'))
    expect([facts.newest, facts.existing]).toEqual([null, [{ uid, version: '1.0.0' }]])
  })
})
