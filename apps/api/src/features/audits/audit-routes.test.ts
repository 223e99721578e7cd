import { beforeEach, describe, expect, it } from 'vitest'
import type { FixtureTenant, FixtureUser } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
beforeEach(async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE audit_events`
})

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)

let next = 0
async function addEvent(event: object = {}, { uid: tenantUid, users }: FixtureTenant = stage()): Promise<string> {
  next += 1
  const uid = next.toString(16).padStart(24, '0')
  const { uid: actorUid, email: actorEmail } = users.projectAdmin
  const resource = { resourceKind: 'clusterprofile', resourceUid: 'f'.repeat(24), resourceName: 'web' }
  await test.deps.prisma.auditEvent.create({
    data: { uid, tenantUid, actorUid, actorEmail, action: 'update', ...resource, ...event },
  })
  return uid
}

interface Audits {
  items: { metadata: { uid: string } }[]
  listmeta: { continue: string; count: number; limit: number; offset: number }
}
const list = async (query = '', headers = admin()) =>
  (await test.app.inject({ url: `/v1/audits${query}`, headers })).json<Audits>()
const uidsAt = async (query = '', headers = admin()) =>
  (await list(query, headers)).items.map((item) => item.metadata.uid)
const get = (path: string, headers = admin()) => test.app.inject({ url: `/v1/audits/${path}`, headers })

describe('the audit log', () => {
  it('says who did what, where, to what', async () => {
    const { users, projects, name } = stage()
    const at = new Date('2026-01-02T03:04:05.678Z')
    const details = JSON.stringify({ version: '1.0.0', created: ['a', 'b'], removed: [] })
    const uid = await addEvent({ action: 'import', projectUid: projects.default, details, at })
    const answer = await get(uid)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      metadata: { uid, creationTimestamp: at.toISOString() },
      spec: {
        actionMsg: 'Imported cluster profile web 1.0.0',
        contentMsg: 'version: 1.0.0, created: a b',
        actionType: 'create',
        actor: {
          actorType: 'user',
          project: { uid: projects.default, name: 'Default' },
          user: { uid: users.projectAdmin.uid, emailId: users.projectAdmin.email, org: name },
        },
        resource: { kind: 'clusterprofile', name: 'web', uid: 'f'.repeat(24) },
        userMsg: '',
      },
    })
    expect((await get(`${uid}/sysMsg`)).json()).toEqual({
      actionMsg: 'Imported cluster profile web 1.0.0',
      contentMsg: 'version: 1.0.0, created: a b',
    })
  })

  it('holds what actually happened', async () => {
    await test.app.inject({
      method: 'POST',
      url: '/v1/projects',
      headers: admin(),
      payload: { metadata: { name: 'New' } },
    })
    const { items } = await list('?actionType=create&resourceKind=project')
    expect(items).toMatchObject([{ spec: { actionMsg: 'Created project New', resource: { name: 'New' } } }])
  })

  it('is newest first, with a stable order for events of the same moment', async () => {
    const at = new Date('2026-01-01T00:00:00Z')
    const [first, second, newer] = [await addEvent({ at }), await addEvent({ at }), await addEvent()]
    expect(await uidsAt()).toEqual([newer, second, first])
  })

  it('continues with the token of the previous page', async () => {
    const [first, second, third] = [await addEvent(), await addEvent(), await addEvent()]
    const page = await list('?limit=2')
    expect(page.listmeta).toMatchObject({ count: 3, limit: 2, offset: 0 })
    const token = encodeURIComponent(page.listmeta.continue)
    const rest = await list(`?limit=2&continue=${token}`)
    expect([...page.items, ...rest.items].map((item) => item.metadata.uid)).toEqual([third, second, first])
    expect(rest.listmeta.continue).toBe('')
  })

  it.each([
    ['startTime=2026-06-01T00:00:00Z', { at: new Date('2026-06-02T00:00:00Z') }],
    ['endTime=2026-01-01T00:00:00Z', { at: new Date('2025-12-31T00:00:00Z') }],
    ['resourceKind=macro', { resourceKind: 'macro' }],
    ['resourceUid=aaa', { resourceUid: 'aaa' }],
    ['userUid=bbb', { actorUid: 'bbb' }],
    ['actionType=action', { action: 'sync' }],
    ['actionType=activity', { action: 'export' }],
  ])('is filtered by %s', async (query, event) => {
    await addEvent({ at: new Date('2026-03-01T00:00:00Z') })
    const wanted = await addEvent({ at: new Date('2026-03-01T00:00:00Z'), ...event })
    expect(await uidsAt(`?${query}`)).toEqual([wanted])
  })

  it('is empty for a type that no action has', async () => {
    await addEvent()
    expect(await uidsAt('?actionType=deploy')).toEqual([])
  })

  it('is the project’s if the query names one', async () => {
    const { projects } = stage()
    await addEvent()
    const wanted = await addEvent({ projectUid: projects.other })
    expect(await uidsAt(`?projectUid=${projects.other}`)).toEqual([wanted])
    expect(await uidsAt(`?projectUid=${projects.other}`, as(stage().users.tenantAdmin, projects.default))).toEqual([])
    expect(await uidsAt(`?projectUid=${'0'.repeat(24)}`)).toEqual([])
  })

  it('is not opened by naming a project in the query to users who may read it only there', async () => {
    const { users, projects } = stage()
    await addEvent({ projectUid: projects.default })
    const url = `/v1/audits?projectUid=${projects.default}`
    const answer = await test.app.inject({ url, headers: as(users.projectAdmin) })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })

  it.each(['actionType=think', 'startTime=yesterday', 'limit=-1'])('is refused for %s', async (query) => {
    const answer = await test.app.inject({ url: `/v1/audits?${query}`, headers: admin() })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })
})

describe('a user who may read the log', () => {
  it('reads their own tenant’s', async () => {
    const uid = await addEvent({}, test.fixtures.dev)
    expect(await uidsAt()).toEqual([])
    expect(await uidsAt(`?tenantUid=${test.fixtures.dev.uid}`)).toEqual([])
    for (const path of [uid, `${uid}/sysMsg`]) {
      const answer = await get(path)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
    }
  })

  it('reads a project’s in the project', async () => {
    const { users, projects } = stage()
    const here = await addEvent({ projectUid: projects.default })
    const elsewhere = await addEvent({ projectUid: projects.other })
    const headers = as(users.projectAdmin, projects.default)
    expect(await uidsAt('', headers)).toEqual([here])
    expect(await uidsAt(`?projectUid=${projects.other}`, headers)).toEqual([])
    expect((await get(elsewhere, headers)).statusCode).toBe(404)
  })

  it('is refused without the permission', async () => {
    const { users, projects } = stage()
    const answer = await test.app.inject({ url: '/v1/audits', headers: as(users.projectViewer, projects.default) })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })
})

describe('an actor’s message', () => {
  const say = (uid: string, userMsg: string, user: FixtureUser = stage().users.projectAdmin) =>
    test.app.inject({ method: 'PATCH', url: `/v1/audits/${uid}/userMsg`, headers: as(user), payload: { userMsg } })

  it('is shown beside the event, which does not change', async () => {
    const uid = await addEvent()
    const before = (await get(uid)).json()
    const answer = await say(uid, 'Agreed with the team')
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect((await get(uid)).json()).toEqual({ ...before, spec: { ...before.spec, userMsg: 'Agreed with the team' } })
  })

  it('cannot be written by anybody else', async () => {
    const uid = await addEvent()
    const ofAdmin = await say(uid, 'Not mine', stage().users.tenantAdmin)
    expect([ofAdmin.statusCode, ofAdmin.json().code]).toEqual([403, 'Forbidden'])
    for (const user of [stage().users.projectViewer, test.fixtures.dev.users.tenantAdmin]) {
      expect((await say(uid, 'Not mine', user)).statusCode).toBe(404)
    }
  })

  it.each([
    ['shorter', 'ab'],
    ['longer', 'x'.repeat(256)],
  ])('is refused if it is %s than clients know', async (_which, text) => {
    const answer = await say(await addEvent(), text)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })
})
