import { beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../platform/access/caller.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { FakeRegistry } from '../../../testing/registry-servers/fake-registry.ts'
import { offer } from '../../../testing/packs.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { createSyncRequestRepository } from '../request/sync-request-repository.ts'
import { requestSync } from '../request/sync-request-service.ts'
import { syncRegistry } from '../run/sync-service.ts'

const test = await openTestApp()
let registryUid: string
const registry = new FakeRegistry()
const REASON = 'The pack is no longer in its registry.'

beforeEach(async () => {
  registryUid = newUid()
  const tenantUid = test.fixtures.stage.uid
  const data = { uid: registryUid, tenantUid, name: registryUid, kind: 'pack', endpoint: 'https://packs.test/a.tar.gz' }
  await db().registry.create({ data })
})

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function syncWith(...names: string[]) {
  registry.offer(...names.map((name) => offer({ name, version: '1.0.0' })), { kind: 'done', mark: '' })
  const run = await createSyncRequestRepository(db()).queue({ registryUid, trigger: 'request' }, '')
  const tools = { cipher: test.deps.cipher, openRegistry: registry.openRegistry, report: fail }
  await syncRegistry({ db: db(), tools }, run.uid, new AbortController().signal)
}

const fail = (error: unknown) => {
  throw error
}

async function profileUsing(names: readonly string[]) {
  const packs = await db().packVersion.findMany({ where: { registryUid } })
  const layers = names.map((name) => ({
    name,
    registryUid,
    packUid: packs.find((pack) => pack.name === name)?.uid ?? '',
  }))
  const scopeUid = test.fixtures.stage.projects.default
  return addProfile(test, { tenantUid: test.fixtures.stage.uid, name: newUid(), scope: 'project', scopeUid, layers })
}

async function shown(uid: string) {
  const { users, projects } = test.fixtures.stage
  const headers = as(users.projectAdmin, projects.default)
  const profile = (await test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers })).json()
  const { packs } = profile.spec.published ?? profile.spec.draft
  const isInvalid = (await db().profile.findFirstOrThrow({ where: { uid } })).isInvalid
  return {
    isInvalid,
    layers: packs.map((pack: { isInvalid: boolean; inValidReason: string }) => [pack.isInvalid, pack.inValidReason]),
  }
}

const WHOLE = { isInvalid: false, layers: [[false, ''], [false, '']] } // prettier-ignore

describe('a pack that is no longer in its registry', () => {
  it('makes the layers that use it and their profiles invalid, with the reason, and valid again when it is back', async () => {
    await syncWith('a', 'b')
    const uid = await profileUsing(['a', 'b'])
    const other = await profileUsing(['b', 'b'])
    expect(await shown(uid)).toEqual(WHOLE)
    await syncWith('b')
    expect(await shown(uid)).toEqual({ isInvalid: true, layers: [[true, REASON], [false, '']] }) // prettier-ignore
    expect(await shown(other)).toEqual(WHOLE)
    await syncWith('a', 'b')
    expect(await shown(uid)).toEqual(WHOLE)
  })

  it('stays invalid until every layer of the profile has its pack', async () => {
    await syncWith('a', 'b')
    const uid = await profileUsing(['a', 'b'])
    await syncWith()
    await syncWith('a')
    expect(await shown(uid)).toEqual({ isInvalid: true, layers: [[false, ''], [true, REASON]] }) // prettier-ignore
  })

  it('touches nothing if another worker has the run by the time it ends', async () => {
    await syncWith('a', 'b')
    const uid = await profileUsing(['a', 'b'])
    registry.events = async function* () {
      await db().registrySync.updateMany({ where: { registryUid, state: 'running' }, data: { claim: 'another' } })
      yield { kind: 'done', mark: '' }
    }
    const run = await createSyncRequestRepository(db()).queue({ registryUid, trigger: 'request' }, '')
    const tools = { cipher: test.deps.cipher, openRegistry: registry.openRegistry, report: fail }
    await syncRegistry({ db: db(), tools }, run.uid, new AbortController().signal)
    expect(await shown(uid)).toEqual(WHOLE)
    expect(await db().registrySync.findFirst({ where: { uid: run.uid } })).toMatchObject({ state: 'running' })
  })
})

describe('a sync that another feature requests', () => {
  it('is queued even if nobody works on syncs yet', async () => {
    const { uid, name, users } = test.fixtures.stage
    const caller: Caller = {
      userUid: users.tenantAdmin.uid,
      email: users.tenantAdmin.email,
      tenantUid: uid,
      tenantName: name,
      scope: { kind: 'tenant', uid, name },
      permissions: new Set(),
      tenantPermissions: new Set(),
      sessionUid: undefined,
      via: 'session',
    }
    const result = await requestSync({ db: db(), caller, jobs: test.deps.jobs }, { registryUid, trigger: 'create' })
    expect(result).toMatchObject({ kind: 'requested' })
    expect(await db().registrySync.findFirst({ where: { registryUid } })).toMatchObject({
      state: 'queued',
      trigger: 'create',
      requestedBy: caller.email,
    })
  })
})
