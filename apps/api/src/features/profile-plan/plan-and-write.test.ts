import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson } from '../../testing/documents.ts'
import { holdTasks, tasksOf } from '../../testing/workers/held-task.ts'
import { addProfile } from '../../testing/profiles.ts'
import { sender } from '../../testing/sender.ts'
import { openTestApp } from '../../testing/test-app.ts'
import { OutdatedPlanError, planAndWrite } from './plan-and-write.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage
const db = () => test.deps.tenantDb(stage().uid)
let names = 0

await addRegistry(db(), { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })

const workers = () => test.deps.workers
const newName = () => `planned-${(names += 1)}`

const send = sender(() => test)
const importAs = (name: string) => send('POST', '/v1/clusterprofiles/import', profileJson({ name }))
const addDraft = (name = newName()) =>
  addProfile(test, { tenantUid: stage().uid, name, isPublished: false, layers: [{ name: 'page' }] })
const newDraft = () => ({ metadata: { name: newName() }, spec: { template: { type: 'add-on' } } })
const addVariable = (uid: string, name: string) =>
  send('PATCH', `/v1/clusterprofiles/${uid}/variables`, { variables: [{ name, defaultValue: '1' }] })

const WRITES = {
  'an import': ['planToWrite', () => importAs(newName())],
  'a creation': ['planEdit', () => send('POST', '/v1/clusterprofiles', newDraft())],
  'a change': ['planEdit', async () => addVariable(await addDraft(), 'size')],
  'a publication': ['planEdit', async () => send('PATCH', `/v1/clusterprofiles/${await addDraft()}/publish`)],
  'a clone': [
    'planEdit',
    async () => send('POST', `/v1/clusterprofiles/${await addDraft()}/clone`, { metadata: { name: newName() } }),
  ],
} as const

describe.each(Object.entries(WRITES))('%s that waits for its thread', (_name, [task, write]) => {
  it('holds no transaction', async () => {
    const held = holdTasks(workers(), task)
    const answer = write()
    await held.areHeld
    const [row] = await test.deps.prisma.$queryRaw<{ open: number }[]>`
      SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
    held.release()
    expect(row?.open).toBe(0)
    expect((await answer).statusCode).toBeLessThan(300)
  })
})

describe('forty imports that wait for their threads', () => {
  it('leave room for other requests', async () => {
    const held = holdTasks(workers(), 'planToWrite', 40)
    const imports = Array.from({ length: 40 }, () => importAs(newName()))
    await held.areHeld
    const answer = await send('GET', '/v1/users/info')
    held.release()
    expect(answer.statusCode).toBe(200)
    expect(new Set((await Promise.all(imports)).map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
  })
})

describe('what was planned', () => {
  it('continues from what another change wrote meanwhile', async () => {
    const uid = await addDraft()
    const held = holdTasks(workers(), 'planEdit')
    const first = addVariable(uid, 'first')
    await held.areHeld
    const second = addVariable(uid, 'second')
    held.release()
    expect([(await first).statusCode, (await second).statusCode]).toEqual([204, 204])
    const { variables } = (await send('GET', `/v1/clusterprofiles/${uid}/variables`)).json<{
      variables: { name: string }[]
    }>()
    expect(new Set(variables.map(({ name }) => name))).toEqual(new Set(['first', 'second']))
  })

  it('is refused as a conflict, not as a fault of the server, if others were faster every time', async () => {
    const late = planAndWrite(() => Promise.reject(new OutdatedPlanError('the profile was changed')))
    await expect(late).rejects.toMatchObject({ code: 'ProfileBusy', status: 409, retryAfterSeconds: 1 })
  })

  it('is refused for a profile that was deleted meanwhile', async () => {
    const uid = await addDraft()
    const held = holdTasks(workers(), 'planEdit')
    const change = addVariable(uid, 'size')
    await held.areHeld
    await send('DELETE', `/v1/clusterprofiles/${uid}`)
    held.release()
    expect((await change).statusCode).toBe(404)
  })

  it('is refused for a name that was taken meanwhile', async () => {
    const name = newName()
    const held = holdTasks(workers(), 'planToWrite')
    const late = importAs(name)
    await held.areHeld
    await addDraft(name)
    held.release()
    expect((await late).json()).toMatchObject({ code: 'ClusterProfileAlreadyExists' })
  })

  it('is refused for a pack that was removed meanwhile', async () => {
    const held = holdTasks(workers(), 'planToWrite')
    const late = importAs(newName())
    await held.areHeld
    await db().packVersion.updateMany({ where: { name: 'page' }, data: { removedAt: new Date() } })
    held.release()
    const answer = await late
    await db().packVersion.updateMany({ where: { name: 'page' }, data: { removedAt: null } })
    expect(answer.json()).toMatchObject({ code: 'PackNotFound' })
  })
})

describe('a change of a profile', () => {
  it('is one task of a thread', async () => {
    const uid = await addDraft()
    expect(await tasksOf(workers(), () => addVariable(uid, 'size'))).toEqual(['planEdit'])
  })
})
