import { describe, expect, it } from 'vitest'
import { createUser } from '../../testing/fixtures.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
let count = 0

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const send = sender(() => test)
const get = async (url: string) => (await send('GET', url)).json()
const create = async (spec: object = {}): Promise<string> =>
  (await send('POST', '/v1/teams', { metadata: { name: `Team ${(count += 1)}` }, spec })).json<{ uid: string }>().uid
const addUser = () =>
  createUser(test.deps.prisma, {
    tenantUid: test.fixtures.stage.uid,
    email: `team-member${(count += 1)}@stage.test`,
    roles: [],
  })
const codeOf = (answer: { statusCode: number; json: () => { code: string } }) => [answer.statusCode, answer.json().code]

describe('a team', () => {
  it('gives its members its roles, in the tenant and in projects, besides their own', async () => {
    const { stage } = test.fixtures
    const { uid, apiKey } = await addUser()
    const macros = (projectuid: string) =>
      test.app.inject({ url: `/v1/projects/${projectuid}/macros`, headers: { apikey: apiKey, projectuid } })
    const team = await create({ users: [uid] })
    expect((await macros(stage.projects.default)).statusCode).toBe(404)
    const projects = [{ projectUid: stage.projects.default, roles: ['Project Viewer'] }]
    expect((await send('PUT', `/v1/teams/${team}/projects`, { projects })).statusCode).toBe(204)
    expect((await macros(stage.projects.default)).statusCode).toBe(200)
    expect((await macros(stage.projects.other)).statusCode).toBe(404)
    await send('PUT', `/v1/teams/${team}/roles`, { roles: ['Tenant Viewer'] })
    expect((await macros(stage.projects.other)).statusCode).toBe(200)
    await send('DELETE', `/v1/console/teams/${team}/members/${uid}`)
    expect((await macros(stage.projects.default)).statusCode).toBe(404)
  })

  it('is returned with members and roles, in lists, by uid and for the console', async () => {
    const { stage } = test.fixtures
    const { uid, email } = await addUser()
    const team = await create({ users: [uid], roles: ['Tenant Viewer'] })
    const { metadata, spec } = await get(`/v1/teams/${team}`)
    expect(spec).toEqual({ users: [uid], roles: [expect.stringMatching(/^[0-9a-f]{24}$/)], sources: [] })
    const filter = { name: { eq: metadata.name } }
    const summary = (await send('POST', '/v1/teams/summary', { filter })).json().items
    expect(summary).toMatchObject([
      { metadata: { uid: team }, spec: { users: [{ uid, name: email }], roles: [{ name: 'Tenant Viewer' }] } },
    ])
    expect((await get(`/v1/teams?filters=metadata.name=${metadata.name}`)).items).toHaveLength(1)
    await send('PUT', `/v1/teams/${team}/projects`, {
      projects: [{ projectUid: stage.projects.other, roles: ['Project Admin'] }],
    })
    expect(await get(`/v1/console/teams/${team}`)).toMatchObject({
      memberCount: 1,
      members: [{ uid, email, isActive: true }],
      tenantRoles: [{ name: 'Tenant Viewer' }],
      projects: [{ name: 'Other', roles: [{ name: 'Project Admin' }] }],
    })
    expect((await get(`/v1/console/teams?search=${metadata.name.toLowerCase()}`)).items).toMatchObject([{ uid: team }])
  })

  it('keeps members and roles that a replacement does not name', async () => {
    const { uid } = await addUser()
    const team = await create({ users: [uid], roles: ['Tenant Viewer'] })
    const name = `Renamed ${(count += 1)}`
    expect((await send('PUT', `/v1/teams/${team}`, { metadata: { name } })).statusCode).toBe(204)
    expect(await get(`/v1/teams/${team}`)).toMatchObject({
      metadata: { name },
      spec: { users: [uid], roles: [expect.any(String)] },
    })
    expect((await send('PUT', `/v1/teams/${team}`, { metadata: { name }, spec: { users: [] } })).statusCode).toBe(204)
    expect((await get(`/v1/teams/${team}`)).spec).toMatchObject({ users: [], roles: [expect.any(String)] })
  })

  it('is changed by a patch, which is refused with everything that would be invalid', async () => {
    const team = await create()
    const name = `Patched ${(count += 1)}`
    const ok = await send('PATCH', `/v1/teams/${team}`, [{ op: 'replace', path: '/metadata/name', value: name }])
    expect([ok.statusCode, (await get(`/v1/teams/${team}`)).metadata.name]).toEqual([204, name])
    const spoilt = await send('PATCH', `/v1/teams/${team}`, [
      { op: 'replace', path: '/metadata/name', value: '' },
      { op: 'replace', path: '/spec/users', value: 'all' },
    ])
    expect(codeOf(spoilt)).toEqual([422, 'InvalidRequest'])
    expect(spoilt.json().details.map(({ path }: { path: string }) => path)).toEqual(['metadata.name', 'spec.users'])
  })

  it('accepts no duplicate name, no user of another tenant and no role that cannot be held there', async () => {
    const { stage, dev } = test.fixtures
    const { name } = (await get(`/v1/teams/${await create()}`)).metadata
    expect(codeOf(await send('POST', '/v1/teams', { metadata: { name } }))).toEqual([409, 'TeamExists'])
    const foreign = { metadata: { name: 'Foreign' }, spec: { users: [dev.users.tenantAdmin.uid] } }
    expect(codeOf(await send('POST', '/v1/teams', foreign))).toEqual([404, 'ResourceNotFound'])
    const team = await create()
    const projects = [{ projectUid: stage.projects.default, roles: ['Tenant Viewer'] }]
    expect(codeOf(await send('PUT', `/v1/teams/${team}/projects`, { projects }))).toEqual([422, 'InvalidRequest'])
  })

  it('is not found by users who may not list teams', async () => {
    const { projectAdmin } = test.fixtures.stage.users
    expect((await send('GET', '/v1/teams', undefined, as(projectAdmin))).statusCode).toBe(403)
  })

  it('takes along what its members held through it when it is deleted', async () => {
    const { uid } = await addUser()
    const team = await create({ users: [uid], roles: ['Tenant Viewer'] })
    expect((await send('DELETE', `/v1/teams/${team}`)).statusCode).toBe(204)
    expect((await get(`/v1/users/${uid}/roles`)).inheritedRoles).toEqual([])
    expect((await send('GET', `/v1/teams/${team}`)).statusCode).toBe(404)
  })

  it('leaves events with who joined, who left and what was granted', async () => {
    const { uid, email } = await addUser()
    const team = await create({ users: [uid], roles: ['Tenant Viewer'] })
    await send('DELETE', `/v1/console/teams/${team}/members/${uid}`)
    await send('POST', `/v1/console/teams/${team}/members`, { userUids: [uid] })
    await send('PUT', `/v1/teams/${team}/roles`, { roles: [] })
    await send('DELETE', `/v1/teams/${team}`)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: team }, orderBy: { at: 'asc' } })
    expect(events.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
      ['create', { members: [email], roles: ['Tenant Viewer'] }],
      ['update', { left: [email] }],
      ['update', { joined: [email] }],
      ['update', { given: [], taken: ['Tenant Viewer'] }],
      ['delete', { members: [email] }],
    ])
  })
})

describe('a user’s access', () => {
  it('is shown with the role that allows it, and the team that grants it', async () => {
    const { stage } = test.fixtures
    const { uid } = await addUser()
    const team = await create({ users: [uid] })
    const { name } = (await get(`/v1/teams/${team}`)).metadata
    const projects = [{ projectUid: stage.projects.default, roles: ['Project Viewer'] }]
    await send('PUT', `/v1/teams/${team}/projects`, { projects })
    await send('PUT', `/v1/users/${uid}/roles`, { roles: ['Tenant Cluster Profile Admin'] })
    const { held, places } = await get(`/v1/console/users/${uid}/access`)
    expect(held).toMatchObject([
      { role: { name: 'Project Viewer', isBuiltIn: true }, project: { name: 'Default' }, team: { uid: team, name } },
      { role: { name: 'Tenant Cluster Profile Admin' }, project: null, team: null },
    ])
    expect(places.map(({ project }: { project: { name: string } | null }) => project?.name ?? 'tenant')).toEqual([
      'tenant',
      'Default',
    ])
    expect(places[0].allowed).toContainEqual({ permission: 'macro.create', by: [1] })
    expect(places[1].allowed).toContainEqual({ permission: 'macro.get', by: [0, 1] })
    expect(places[1].allowed).toContainEqual({ permission: 'macro.create', by: [1] })
    expect(places[0].allowed.map(({ permission }: { permission: string }) => permission)).not.toContain('project.get')
    expect((await get(`/v1/users/${uid}/projects`)).projects).toMatchObject([
      { uid: stage.projects.default, roles: [], inheritedRoles: [{ name: 'Project Viewer' }] },
    ])
  })

  it('is shown in their session', async () => {
    const { uid, apiKey } = await addUser()
    await create({ users: [uid], roles: ['Tenant Viewer'] })
    const session = await test.app.inject({ url: '/v1/console/session', headers: { apikey: apiKey } })
    expect(session.json().scopes[0]).toMatchObject({ kind: 'tenant', roles: ['Tenant Viewer'] })
  })
})

describe('a user who may change teams but does not hold what a team grants', () => {
  it('takes it from nobody: neither by removing members or roles, nor by deleting the team', async () => {
    const { uid } = await addUser()
    const team = await create({ users: [uid], roles: ['Tenant Viewer'] })
    const desk = as(await addHolder(test, ['team.update', 'team.delete', 'user.update', 'project.update']))
    const name = { metadata: { name: `Team ${(count += 1)}` } }
    const project = test.fixtures.stage.projects.default
    const projects = [{ projectUid: project, roles: ['Project Viewer'] }]
    expect((await send('PUT', `/v1/teams/${team}/projects`, { projects })).statusCode).toBe(204)
    for (const attempt of [
      ['DELETE', `/v1/teams/${team}`],
      ['DELETE', `/v1/console/teams/${team}/members/${uid}`],
      ['PUT', `/v1/teams/${team}`, { ...name, spec: { users: [] } }],
      // A provider's groups are the teams of their names.
      ['PUT', `/v1/teams/${team}`, { metadata: { name: 'everyone' } }],
      ['PATCH', `/v1/teams/${team}`, [{ op: 'replace', path: '/metadata/name', value: 'everyone' }]],
      ['PUT', `/v1/teams/${team}/roles`, { roles: [] }],
      ['PUT', `/v1/teams/${team}/projects`, { projects: [{ projectUid: project, roles: [] }] }],
      ['PUT', `/v1/projects/${project}`, { metadata: { name: 'Default' }, spec: { teams: [] } }],
    ] as const) {
      const [method, url, payload] = attempt
      expect([url, ...codeOf(await send(method, url, payload, desk))]).toEqual([url, 403, 'GrantExceedsOwn'])
    }
    expect((await send('DELETE', `/v1/teams/${team}`)).statusCode).toBe(204)
  })
})

describe('the last Tenant Admin', () => {
  it('stays, whichever way would remove them', async () => {
    const { dev } = test.fixtures
    const headers = as(dev.users.tenantAdmin)
    const { uid } = dev.users.tenantAdmin
    const inDev = (method: Method, url: string, payload?: object) => send(method, url, payload, headers)
    const spec = { users: [uid], roles: ['Tenant Admin'] }
    const team = (await inDev('POST', '/v1/teams', { metadata: { name: 'Admins' }, spec })).json().uid
    expect((await inDev('PUT', `/v1/users/${uid}/roles`, { roles: [] })).statusCode).toBe(204)
    const ways: [Method, string, object?][] = [
      ['DELETE', `/v1/console/teams/${team}/members/${uid}`],
      ['PUT', `/v1/teams/${team}`, { metadata: { name: 'Admins' }, spec: { users: [] } }],
      ['PUT', `/v1/teams/${team}/roles`, { roles: ['Tenant Viewer'] }],
      ['PATCH', `/v1/teams/${team}`, [{ op: 'replace', path: '/spec/roles', value: [] }]],
      ['DELETE', `/v1/teams/${team}`],
      ['PUT', `/v1/console/users/${uid}/state`, { isActive: false }],
      ['DELETE', `/v1/users/${uid}`],
    ]
    for (const way of ways) expect([way[1], ...codeOf(await inDev(...way))]).toEqual([way[1], 409, 'LastAdmin'])
    expect((await inDev('GET', '/v1/users')).statusCode).toBe(200)
  })
})
