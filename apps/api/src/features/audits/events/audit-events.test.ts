import { beforeEach, describe, expect, it } from 'vitest'
import type { AuditEventBody, AuditEventsBody } from '@waybill/api-contract'
import { addHolder } from '../../../testing/own-roles.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
beforeEach(async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE audit_events`
})

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)
const get = (url: string, headers = admin()) => test.app.inject({ url, headers })
const list = async (query = '', headers = admin()) =>
  (await get(`/v1/console/audits${query}`, headers)).json<AuditEventsBody>()
const uidsAt = async (query = '', headers = admin()) => (await list(query, headers)).items.map(({ uid }) => uid)

let next = 0
async function addEvent(event: object = {}, tenantUid = stage().uid): Promise<string> {
  next += 1
  const uid = next.toString(16).padStart(24, '0')
  const { uid: actorUid, email: actorEmail } = stage().users.projectAdmin
  const resource = { resourceKind: 'clusterprofile', resourceUid: 'f'.repeat(24), resourceName: 'web' }
  await test.deps.prisma.auditEvent.create({
    data: { uid, tenantUid, actorUid, actorEmail, action: 'update', ...resource, ...event },
  })
  return uid
}
const addProject = (name: string, headers = admin()) =>
  test.app.inject({ method: 'POST', url: '/v1/projects', headers, payload: { metadata: { name } } })

describe('an event', () => {
  it('says who did what to what, from where, in which request, and with which credential', async () => {
    const { users, name: _tenant } = stage()
    const made = await test.app.inject({
      method: 'POST',
      url: '/v1/projects',
      headers: admin(),
      remoteAddress: '192.0.2.9',
      payload: { metadata: { name: 'Fresh' } },
    })
    const { items } = await list('?kind=project')
    expect(items).toMatchObject([
      {
        action: 'create',
        outcome: 'succeeded',
        summary: 'Created project Fresh',
        actor: { uid: users.tenantAdmin.uid, email: users.tenantAdmin.email },
        via: 'api-key',
        address: '192.0.2.9',
        requestUid: expect.stringMatching(/^[0-9a-f]{24}$/),
        project: null,
        object: { kind: 'project', uid: made.json<{ uid: string }>().uid, name: 'Fresh' },
      },
    ])
  })

  it('names what changed, and leaves out empty lists', async () => {
    await addEvent({ details: JSON.stringify({ version: '1.0.0', created: ['a', 'b'], removed: [], layers: 3 }) })
    const { items } = await list()
    expect(items[0]?.details).toEqual([
      { name: 'version', values: ['1.0.0'] },
      { name: 'created', values: ['a', 'b'] },
      { name: 'layers', values: ['3'] },
    ])
  })

  it('of a project names who was given a role in it only to callers who may see people', async () => {
    const { users } = stage()
    const { uid } = (await addProject('Peopled')).json<{ uid: string }>()
    const url = `/v1/projects/${uid}`
    const spec = { users: [{ userId: users.projectViewer.uid, roles: ['Project Editor'] }] }
    const answer = await test.app.inject({
      method: 'PUT',
      url,
      headers: admin(),
      payload: { metadata: { name: 'Peopled' }, spec },
    })
    expect(answer.statusCode).toBe(204)
    const auditor = as(await addHolder(test, ['audit.list', 'audit.get'], uid), uid)
    const paths = [
      '/v1/console/audits',
      '/v1/console/audits/export?format=csv',
      '/v1/audits',
      `/v1/audits/${String(answer.headers['audituid'])}`,
    ]
    const naming = async (headers: Record<string, string>) => {
      const answers = await Promise.all(paths.map((path) => get(path, headers)))
      return answers.map(({ statusCode, body }) => [
        statusCode,
        body.includes('Project Editor'),
        body.includes(users.projectViewer.email),
      ])
    }
    expect(await naming(admin())).toEqual(paths.map(() => [200, true, true]))
    expect(await naming(auditor)).toEqual(paths.map(() => [200, true, false]))
  })
})

describe('the title of an event', () => {
  it('names what was done, whoever looks it up', async () => {
    const { uid: tenantUid, projects } = stage()
    const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: object) => {
      const answer = await test.app.inject({ method, url, headers: admin(), payload })
      expect([url, answer.statusCode < 300]).toEqual([url, true])
      return answer.statusCode === 201 ? answer.json<{ uid: string }>().uid : ''
    }
    const made = { emailId: 'kim@stage.test', firstName: 'Kim', lastName: 'Lind' }
    const kim = await send('POST', '/v1/users', { spec: made })
    await send('PUT', `/v1/users/${kim}`, { spec: { ...made, firstName: 'Kima', roles: ['Tenant Viewer'] } })
    await send('PATCH', `/v1/users/${kim}`, [{ op: 'replace', path: '/status/isActive', value: false }])
    await send('PUT', `/v1/tenants/${tenantUid}/macros`, { macros: [{ name: 'region', value: 'north' }] })
    const key = await send('POST', '/v1/apiKeys', { metadata: { name: 'ci' }, spec: { userUid: kim } })
    await send('PUT', `/v1/apiKeys/${key}/state`, { isActive: false })
    const project = { name: 'Other', annotations: { description: 'For tries' } }
    const member = { userId: kim, roles: ['Project Viewer'] }
    await send('PUT', `/v1/projects/${projects.other}`, { metadata: project, spec: { users: [member] } })
    const titles = (await list('?action=update&limit=20')).items.map(({ summary }) => summary)
    expect(titles.toReversed()).toEqual([
      'Changed user kim@stage.test: first name; gave Tenant Viewer',
      'Changed user kim@stage.test: disabled',
      'Changed tenant macros: added region',
      'Revoked API key ci',
      'Changed project Other: description; gave Project Viewer',
    ])
  })
})

describe('the count of a long log', () => {
  const addMany = (count: number) => test.deps.prisma.$executeRaw`
    INSERT INTO audit_events (uid, tenant_uid, actor_uid, actor_email, action, resource_kind, resource_uid, resource_name, at)
    SELECT substr(md5('many' || n), 1, 24), ${stage().uid}, '', '', 'update', 'clusterprofile', '', '', now() - n * interval '1 second'
    FROM generate_series(1, ${count}::int) n`
  const counted = async () => {
    const { count, isCountWhole } = await list()
    return { count, isCountWhole }
  }

  it('stops at a limit, however often it is asked for', async () => {
    await addMany(10_001)
    const counts = [await counted(), await counted()]
    expect(counts).toEqual(counts.map(() => ({ count: 10_000, isCountWhole: false })))
  })

  it('is exact again once the oldest events are gone', async () => {
    await addMany(10_003)
    expect(await counted()).toEqual({ count: 10_000, isCountWhole: false })
    await test.deps.prisma.$executeRaw`DELETE FROM audit_events
      WHERE uid IN (SELECT substr(md5('many' || n), 1, 24) FROM generate_series(10000, 10003) n)`
    expect(await counted()).toEqual({ count: 9_999, isCountWhole: true })
  })

  it('is separate for every filter and every tenant', async () => {
    await addMany(10_001)
    await counted()
    expect(await list('?action=delete')).toMatchObject({ count: 0, isCountWhole: true })
    const other = as(test.fixtures.dev.users.tenantAdmin)
    expect(await list('', other)).toMatchObject({ count: 0, isCountWhole: true })
  })
})

describe('a refused request', () => {
  it('is recorded before it is answered, with the missing permission', async () => {
    const { users, projects } = stage()
    const headers = as(users.projectViewer, projects.default)
    const refused = await get('/v1/audits', headers)
    const [event] = (await list('?outcome=refused')).items
    expect(event).toMatchObject({
      summary: 'Was refused GET /v1/audits',
      actor: { uid: users.projectViewer.uid },
      project: { uid: projects.default },
      requestUid: refused.json<{ ref: string }>().ref,
    })
    expect(event?.details).toEqual([
      { name: 'code', values: ['Forbidden'] },
      { name: 'permission', values: ['audit.list'] },
    ])
  })

  it('names the profile that was opened before the request was refused', async () => {
    const { users, projects, uid: tenantUid } = stage()
    const uid = await addProfile(test, { tenantUid, name: 'of-tenant', version: '1.2.0' })
    const url = `/v1/clusterprofiles/${uid}`
    const headers = as(users.projectAdmin, projects.default)
    await test.app.inject({ method: 'DELETE', url, headers })
    const [event] = (await list('?outcome=refused')).items
    expect(event).toMatchObject({
      summary: 'Was refused DELETE /v1/clusterprofiles/:uid on cluster profile of-tenant 1.2.0',
      object: { uid },
    })
    expect(event?.details).toEqual([
      { name: 'code', values: ['Forbidden'] },
      { name: 'permission', values: ['clusterProfile.delete'] },
      { name: 'profile', values: ['of-tenant'] },
      { name: 'version', values: ['1.2.0'] },
    ])
  })

  it('fills no disk: of many in a row only the first are recorded', async () => {
    const { users, projects } = stage()
    const headers = as(users.tenantViewer, projects.default)
    for (let count = 0; count < 40; count += 1) await addProject('No', headers)
    const { items } = await list(`?outcome=refused&person=${users.tenantViewer.uid}&limit=100`)
    expect(items.length).toBeGreaterThan(0)
    expect(items.length).toBeLessThanOrEqual(25)
  })

  it('of guessing a password is recorded with code and address, including guesses that were not checked', async () => {
    const { email, uid } = stage().users.projectAdmin
    for (let count = 0; count < 9; count += 1) {
      await test.app.inject({
        method: 'POST',
        url: '/v1/auth/authenticate',
        remoteAddress: '192.0.2.77',
        payload: { emailId: email, password: 'wrong' },
      })
    }
    const { items } = await list(`?action=refuse-login&person=${uid}`)
    const codes = items.flatMap(({ details }) =>
      details.filter(({ name }) => name === 'code').flatMap((each) => each.values),
    )
    expect(items.map(({ address }) => address)).toEqual(Array(9).fill('192.0.2.77'))
    expect(new Set(codes)).toEqual(new Set(['InvalidCredentials', 'TooManyRequests']))
  })
})

describe('the list', () => {
  it('continues where the previous page ended, whatever was added since', async () => {
    const at = new Date('2026-01-01T00:00:00Z')
    const uids = [await addEvent({ at }), await addEvent({ at }), await addEvent({ at })]
    const first = await list('?limit=2')
    await addEvent()
    const rest = await list(`?limit=2&before=${first.next}`)
    expect([...first.items, ...rest.items].map(({ uid }) => uid)).toEqual(uids.toReversed())
    expect([rest.next, first.count, first.isCountWhole]).toEqual(['', 3, true])
  })

  it.each([
    ['from=2026-06-01T00:00:00Z', { at: new Date('2026-06-02T00:00:00Z') }],
    ['to=2026-01-01T00:00:00Z', { at: new Date('2025-12-31T00:00:00Z') }],
    ['kind=macro', { resourceKind: 'macro' }],
    ['kind=macro&kind=registry', { resourceKind: 'registry' }],
    ['person=bbb', { actorUid: 'bbb' }],
    ['action=sync', { action: 'sync' }],
    ['outcome=failed&outcome=refused', { outcome: 'failed' }],
    ['object=edge', { resourceName: 'edge' }],
    [`object=${'a'.repeat(24)}`, { resourceUid: 'a'.repeat(24) }],
  ])('is filtered by %s', async (query, event) => {
    await addEvent({ at: new Date('2026-03-01T00:00:00Z') })
    const wanted = await addEvent({ at: new Date('2026-03-01T00:00:00Z'), ...event })
    expect(await uidsAt(`?${query}`)).toEqual([wanted])
  })

  it.each(['before=abc', 'before=1_zz', 'outcome=well', 'from=yesterday', 'limit=0'])(
    'is refused for %s',
    async (query) => {
      expect((await get(`/v1/console/audits?${query}`)).statusCode).toBeGreaterThanOrEqual(400)
    },
  )

  it('is the tenant’s own, and in a project what happened there', async () => {
    const { users, projects } = stage()
    await addEvent({}, test.fixtures.dev.uid)
    const here = await addEvent({ projectUid: projects.default })
    const elsewhere = await addEvent({ projectUid: projects.other })
    expect(await uidsAt()).toEqual([elsewhere, here])
    expect(await uidsAt('', as(users.projectAdmin, projects.default))).toEqual([here])
    expect((await get('/v1/console/audits', as(users.projectViewer, projects.default))).statusCode).toBe(403)
  })

  it('returns the values to filter by, and the retention', async () => {
    await addEvent({ actorUid: 'gone', actorEmail: 'gone@stage.test', resourceKind: 'macro' })
    await addEvent({}, test.fixtures.dev.uid)
    expect((await get('/v1/console/audits/choices')).json()).toMatchObject({
      people: [{ uid: 'gone', email: 'gone@stage.test' }],
      kinds: ['macro'],
      actions: expect.arrayContaining(['create', 'refuse-request']),
      keptDays: 365,
    })
  })
})

describe('the file', () => {
  const file = (query: string) => get(`/v1/console/audits/export?${query}`)

  it('holds every event that matches the filter, more than are read at a time', async () => {
    await test.deps.prisma.$executeRaw`
      INSERT INTO audit_events (uid, tenant_uid, actor_uid, actor_email, action, resource_kind, resource_uid, resource_name, at)
      SELECT lpad(to_hex(1048576 + n), 24, '0'), ${stage().uid}, 'a', 'a@stage.test', 'update', 'macro', '', 'm', now() - n * interval '1 ms'
      FROM generate_series(1, 2500) n`
    await addEvent()
    const { body, headers } = await file('format=jsonl&kind=macro')
    const events = body
      .trimEnd()
      .split('\n')
      .map((line): AuditEventBody => JSON.parse(line) as AuditEventBody)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2500)
    expect(headers['waybill-events']).toBe('2500')
    expect(headers['content-disposition']).toMatch(/audit-log-[\d-]+\.jsonl/)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'gives no formula to a spreadsheet: %j',
    async (name) => {
      await addEvent({ resourceName: name })
      const { body } = await file('format=csv')
      expect(body).toContain(`'${name}`)
      expect(body).not.toContain(`,${name}`)
      expect(body).not.toContain(`,"${name}`)
    },
  )

  it.each([
    '/v1/audits?startTime=0000-01-01T00:00:00Z',
    '/v1/audits?endTime=0001-01-01T00:00:00%2B14:00',
    '/v1/console/audits?from=0000-01-01T00:00:00Z',
    '/v1/console/audits?to=9999-12-31T23:59:59-14:00',
    '/v1/console/audits/export?format=csv&from=0000-12-31T23:59:59Z',
  ])('accepts no year outside the calendar: %s', async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })

  it('is recorded in the log itself', async () => {
    await file('format=csv&kind=macro')
    expect((await list('?kind=audit-log')).items).toMatchObject([{ action: 'export', summary: 'Exported audit log' }])
  })
})
