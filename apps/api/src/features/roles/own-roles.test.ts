import { describe, expect, it } from 'vitest'
import { BUILT_IN_ROLES } from '../../platform/access/roles/roles.ts'
import { createUser } from '../../testing/fixtures.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
let count = 0

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const send = sender(() => test)
const draft = (name: string, permissions: readonly string[], scope = 'project') => ({
  metadata: { name },
  spec: { permissions, scope },
})
const create = async (permissions: readonly string[], scope = 'project'): Promise<string> => {
  const answer = await send('POST', '/v1/roles', draft(`Ours ${(count += 1)}`, permissions, scope))
  expect(answer.statusCode).toBe(201)
  return answer.json<{ uid: string }>().uid
}
const addUser = (scopeUid: string, ...roles: string[]) =>
  createUser(test.deps.prisma, {
    tenantUid: test.fixtures.stage.uid,
    email: `own-roles${(count += 1)}@stage.test`,
    roles: roles.map((role) => ({ scopeUid, role })),
  })
const builtIn = (name: string) => BUILT_IN_ROLES.find((role) => role.name === name)?.uid ?? ''
const codeOf = (answer: { statusCode: number; json: () => { code: string } }) => [answer.statusCode, answer.json().code]

describe('a custom role', () => {
  it('is created, read and listed like built-in ones', async () => {
    const uid = await create(['macro.get', 'macro.list', 'macro.get'])
    const role = (await send('GET', `/v1/roles/${uid}`)).json()
    expect(role).toMatchObject({
      metadata: { uid, annotations: { scope: 'project' } },
      spec: { permissions: ['macro.get', 'macro.list'], scope: 'project', type: 'user' },
    })
    expect((await send('GET', '/v1/roles?limit=0&filters=spec.type=user')).json().items).toContainEqual(role)
  })

  it('needs a name that people can read and tell from others', async () => {
    const named = async (name: string, url = '/v1/roles') =>
      codeOf(
        await send('POST', url, url === '/v1/roles' ? draft(name, ['macro.get']) : { metadata: { name }, spec: {} }),
      )
    for (const url of ['/v1/roles', '/v1/teams', '/v1/projects']) {
      for (const unseen of ['  ', '\u00a0', 'a\u0007b', 'a\nb', 'Ad\u200bmin', 'a\u202eb', '\u3164']) {
        expect([url, unseen, ...(await named(unseen, url))]).toEqual([url, unseen, 422, 'InvalidRequest'])
      }
      for (const mixed of ['Te\u043dant Admin', '\u0430dmin', 'pr\u03bfd', 'D\u0435fault']) {
        expect([url, mixed, ...(await named(mixed, url))]).toEqual([url, mixed, 422, 'InvalidRequest'])
      }
      expect((await named('\u041a\u043e\u043c\u0430\u043d\u0434\u0430 DevOps', url))[0]).toBe(201)
      expect((await named(' Read  me\u00a0\uff21 ', url))[0]).toBe(201)
      expect((await named('read ME A', url))[0]).toBe(409)
    }
    expect(await named('Tenant\u00a0 \uff21dmin')).toEqual([409, 'RoleExists'])
    const { items } = (await send('GET', '/v1/roles?limit=0&filters=spec.type=user')).json()
    expect(items.map((role: { metadata: { name: string } }) => role.metadata.name)).toContain('Read me A')
  })

  it('allows what it names and nothing else, in the project and no other', async () => {
    const { stage } = test.fixtures
    const { uid, apiKey } = await addUser(stage.projects.default, await create(['macro.list', 'macro.get']))
    const at = (projectuid: string, method: Method = 'GET') =>
      test.app.inject({
        method,
        url: `/v1/projects/${projectuid}/macros`,
        headers: { apikey: apiKey, projectuid },
        ...(method !== 'GET' && { payload: { macros: [{ name: 'a', value: 'b' }] } }),
      })
    expect((await at(stage.projects.default)).statusCode).toBe(200)
    expect((await at(stage.projects.default, 'POST')).statusCode).toBe(403)
    expect((await at(stage.projects.other)).statusCode).toBe(404)
    expect((await send('GET', `/v1/users/${uid}/projects`)).json().projects).toHaveLength(1)
  })

  it('loses a permission for all its holders with their next request', async () => {
    const { stage } = test.fixtures
    const uid = await create(['macro.list', 'macro.get'])
    const { apiKey } = await addUser(stage.projects.default, uid)
    const list = () =>
      test.app.inject({
        url: `/v1/projects/${stage.projects.default}/macros`,
        headers: { apikey: apiKey, projectuid: stage.projects.default },
      })
    expect((await list()).statusCode).toBe(200)
    expect((await send('PUT', `/v1/roles/${uid}`, draft('Less', ['packRegistry.list']))).statusCode).toBe(204)
    expect((await list()).statusCode).toBe(403)
  })

  it('is taken from all its holders when it is deleted, which is announced before', async () => {
    const { stage } = test.fixtures
    const uid = await create(['macro.list', 'macro.get'])
    const { uid: userUid, apiKey, email } = await addUser(stage.projects.default, uid)
    expect((await send('GET', `/v1/console/roles/${uid}/holders`)).json()).toEqual({
      users: [
        {
          uid: userUid,
          name: email,
          isInTenant: false,
          projects: [{ uid: stage.projects.default, name: 'Default' }],
        },
      ],
      teams: [],
    })
    expect((await send('DELETE', `/v1/roles/${uid}`)).statusCode).toBe(204)
    const headers = { apikey: apiKey, projectuid: stage.projects.default }
    expect((await test.app.inject({ url: '/v1/users/me', headers })).statusCode).toBe(200)
    const macros = `/v1/projects/${stage.projects.default}/macros`
    expect((await test.app.inject({ url: macros, headers })).statusCode).toBe(404)
    expect((await send('GET', `/v1/roles/${uid}`)).statusCode).toBe(404)
  })

  it('does not exist for another tenant', async () => {
    const uid = await create(['macro.get'])
    const theirs = as(test.fixtures.dev.users.tenantAdmin)
    expect((await send('GET', `/v1/roles/${uid}`, undefined, theirs)).statusCode).toBe(404)
    const given = { roles: [uid] }
    const url = `/v1/users/${test.fixtures.dev.users.tenantViewer.uid}/roles`
    expect(codeOf(await send('PUT', url, given, theirs))).toEqual([422, 'InvalidRequest'])
  })

  it.each(['Project Admin', 'project admin'])('cannot have the name of a built-in one: %s', async (name) => {
    expect(codeOf(await send('POST', '/v1/roles', draft(name, [])))).toEqual([409, 'RoleExists'])
  })

  it('is refused with every permission that its scope does not have', async () => {
    const answer = await send('POST', '/v1/roles', draft('Wide', ['macro.get', 'user.update', 'cluster.create']))
    expect(codeOf(answer)).toEqual([422, 'InvalidRequest'])
    const paths = answer.json().details.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['spec.permissions.1', 'spec.permissions.2'])
  })

  it('cannot have a scope that does not exist here', async () => {
    expect(codeOf(await send('POST', '/v1/roles', draft('Filtered', [], 'resource')))).toEqual([400, 'NotSupported'])
  })

  it('cannot become a tenant role while it is held in projects', async () => {
    const uid = await create(['macro.get'])
    await addUser(test.fixtures.stage.projects.default, uid)
    const answer = await send('PUT', `/v1/roles/${uid}`, draft('Moved', ['macro.get'], 'tenant'))
    expect(codeOf(answer)).toEqual([409, 'RoleHeldInProjects'])
  })

  it('leaves events of granting it, and of what it allowed and lost', async () => {
    const uid = await create(['macro.get'])
    await send('PUT', `/v1/roles/${uid}`, draft('Changed', ['macro.list']))
    await send('DELETE', `/v1/roles/${uid}`)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid }, orderBy: { at: 'asc' } })
    expect(events.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
      ['create', { scope: 'project', permissions: ['macro.get'] }],
      ['update', { changed: ['name'], scope: 'project', added: ['macro.list'], removed: ['macro.get'] }],
      ['delete', { scope: 'project', permissions: ['macro.list'], users: 0, teams: 0 }],
    ])
  })
})

describe('a built-in role', () => {
  it('can be neither changed nor deleted, but cloned', async () => {
    const uid = builtIn('Project Viewer')
    expect(codeOf(await send('PUT', `/v1/roles/${uid}`, draft('Mine', [])))).toEqual([409, 'RoleBuiltIn'])
    expect(codeOf(await send('DELETE', `/v1/roles/${uid}`))).toEqual([409, 'RoleBuiltIn'])
    const cloned = await send('POST', `/v1/roles/${uid}/clone`, { metadata: { name: 'Viewer too' } })
    expect(cloned.statusCode).toBe(201)
    const { spec } = (await send('GET', `/v1/roles/${cloned.json().uid}`)).json()
    expect(spec.permissions).toEqual((await send('GET', `/v1/roles/${uid}`)).json().spec.permissions.toSorted())
  })
})

describe('a user who may change people without being a Tenant Admin', () => {
  const helpdesk = async () => {
    const permissions = [
      'user.get',
      'user.list',
      'user.update',
      'user.create',
      'role.create',
      'role.update',
      'role.delete',
      'role.list',
    ]
    const more = ['team.create', 'team.update', 'apiKey.create', 'macro.get', 'tenant.update']
    const role = await create([...permissions, ...more], 'tenant')
    return addUser(test.fixtures.stage.uid, role)
  }

  it('grants nothing that they may not do themselves', async () => {
    const { uid, apiKey } = await helpdesk()
    const { tenantAdmin } = test.fixtures.stage.users
    const refusedOf = async (method: Method, url: string, payload: object) =>
      codeOf(await send(method, url, payload, { apikey: apiKey }))
    const powerful = await create(['project.delete'], 'tenant')
    const team = (
      await send('POST', '/v1/teams', { metadata: { name: 'Deleters' }, spec: { roles: [powerful] } })
    ).json()
    const attempts: [Method, string, object][] = [
      ['PUT', `/v1/users/${uid}/roles`, { roles: ['Tenant Admin'] }],
      ['POST', '/v1/roles', draft('Mine', ['project.delete'], 'tenant')],
      ['PUT', `/v1/roles/${powerful}`, draft('Mine', ['project.delete', 'project.create'], 'tenant')],
      ['PUT', `/v1/roles/${powerful}`, draft('Mine', [], 'tenant')],
      ['DELETE', `/v1/roles/${powerful}`, {}],
      ['POST', `/v1/roles/${builtIn('Tenant Admin')}/clone`, { metadata: { name: 'Mine' } }],
      ['POST', '/v1/teams', { metadata: { name: 'Mine' }, spec: { users: [uid], roles: ['Tenant Admin'] } }],
      ['POST', `/v1/console/teams/${team.uid}/members`, { userUids: [uid] }],
      ['POST', '/v1/users', { spec: { emailId: 'mine@stage.test', teams: [team.uid] } }],
      ['POST', `/v1/console/users/${tenantAdmin.uid}/password-link`, {}],
      ['PUT', `/v1/users/${tenantAdmin.uid}`, { spec: { emailId: 'mine@stage.test' } }],
      ['POST', `/v1/tenants/${test.fixtures.stage.uid}/domains`, { domains: ['theirs.test'] }],
      ['POST', '/v1/apiKeys', { metadata: { name: 'theirs' }, spec: { userUid: tenantAdmin.uid } }],
    ]
    for (const attempt of attempts)
      expect([attempt[1], ...(await refusedOf(...attempt))]).toEqual([attempt[1], 403, 'GrantExceedsOwn'])
  })

  it('grants what they may do themselves', async () => {
    const { apiKey } = await helpdesk()
    const role = await create(['macro.get'])
    const { uid } = await addUser(test.fixtures.stage.uid)
    const headers = { apikey: apiKey }
    expect((await send('PUT', `/v1/users/${uid}/roles`, { roles: [role] }, headers)).statusCode).toBe(204)
    expect((await send('POST', `/v1/console/users/${uid}/password-link`, {}, headers)).statusCode).toBe(201)
  })
})
