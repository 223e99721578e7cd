import { describe, expect, it } from 'vitest'
import { createUser, type FixtureUser, PASSWORD } from '../../testing/fixtures.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const get = (url: string, headers = admin()) => test.app.inject({ url, headers })
const send = sender(() => test)

let count = 0
const addUser = (role = 'Tenant Viewer') => {
  const { uid: tenantUid } = test.fixtures.stage
  const email = `person${(count += 1)}@stage.test`
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role }] })
}

describe('one user', () => {
  it('is shown to themselves without a permission', async () => {
    const { projectViewer } = test.fixtures.stage.users
    const answer = await get('/v1/users/me', as(projectViewer))
    expect(answer.json()).toMatchObject({
      metadata: { uid: projectViewer.uid },
      spec: { emailId: projectViewer.email },
    })
  })

  it('is shown to others only with permission to get users', async () => {
    const { uid, email } = await addUser()
    expect((await get(`/v1/users/${uid}`)).json().spec.emailId).toBe(email)
    expect((await get(`/v1/users/${uid}`, as(test.fixtures.stage.users.projectAdmin))).statusCode).toBe(403)
    expect((await get(`/v1/users/${test.fixtures.dev.users.tenantAdmin.uid}`)).statusCode).toBe(404)
  })

  it('can get new names, e-mail and labels', async () => {
    const { uid } = await addUser()
    const spec = { emailId: 'New@stage.test', firstName: 'Ada', lastName: 'L' }
    const answer = await send('PUT', `/v1/users/${uid}`, { metadata: { labels: { team: 'x' } }, spec })
    expect(answer.statusCode).toBe(204)
    expect((await get(`/v1/users/${uid}`)).json()).toMatchObject({
      metadata: { name: 'Ada L', labels: { team: 'x' } },
      spec: { emailId: 'new@stage.test', roles: [expect.any(String)] },
    })
  })

  it('cannot get the e-mail of another one', async () => {
    const { uid } = await addUser()
    const { email } = test.fixtures.stage.users.tenantAdmin
    expect((await send('PUT', `/v1/users/${uid}`, { spec: { emailId: email } })).json().code).toBe('UserExists')
  })
})

describe('roles', () => {
  it('in the tenant are replaced', async () => {
    const { uid } = await addUser()
    expect((await send('PUT', `/v1/users/${uid}/roles`, { roles: ['Tenant Project Admin'] })).statusCode).toBe(204)
    const { roles, inheritedRoles } = (await get(`/v1/users/${uid}/roles`)).json()
    expect([roles.map(({ name }: { name: string }) => name), inheritedRoles]).toEqual([['Tenant Project Admin'], []])
  })

  it('in projects are replaced where they are named, and stay elsewhere', async () => {
    const { uid } = await addUser()
    const { projects } = test.fixtures.stage
    const put = (projectUid: string, roles: string[]) =>
      send('PUT', `/v1/users/${uid}/projects`, { projects: [{ projectUid, roles }] })
    await put(projects.default, ['Project Admin'])
    await put(projects.other, ['Project Viewer'])
    await put(projects.default, [])
    expect((await get(`/v1/users/${uid}/projects`)).json()).toEqual({
      projects: [
        {
          uid: projects.other,
          name: 'Other',
          roles: [{ uid: expect.any(String), name: 'Project Viewer' }],
          inheritedRoles: [],
        },
      ],
    })
  })

  it.each([
    ['of the tenant in a project', ['Tenant Admin'], 422],
    ['that are not known', ['King'], 422],
  ])('%s are refused', async (_what, roles, status) => {
    const { uid } = await addUser()
    const projects = [{ projectUid: test.fixtures.stage.projects.default, roles }]
    expect((await send('PUT', `/v1/users/${uid}/projects`, { projects })).statusCode).toBe(status)
  })

  it('are in the audit log', async () => {
    const { uid } = await addUser()
    await send('PUT', `/v1/users/${uid}/roles`, { roles: [] })
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid } })
    expect(events).toMatchObject([{ action: 'update', actorUid: test.fixtures.stage.users.tenantAdmin.uid }])
  })
})

describe('a disabled user', () => {
  it('is signed out of session, token and API key at once, and can be enabled again', async () => {
    const { uid, email, apiKey } = await addUser()
    const signIn = () =>
      test.app.inject({ method: 'POST', url: '/v1/console/session', payload: { email, password: PASSWORD } })
    const cookies = Object.fromEntries((await signIn()).cookies.map(({ name, value }) => [name, value]))
    expect((await send('PUT', `/v1/console/users/${uid}/state`, { isActive: false })).statusCode).toBe(204)
    expect((await get('/v1/users/me', { apikey: apiKey })).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(401)
    await send('PUT', `/v1/console/users/${uid}/state`, { isActive: true })
    expect((await test.app.inject({ url: '/v1/users/me', cookies })).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(200)
  })
})

const corrections: [string, (uid: string) => ReturnType<typeof send>][] = [
  ['replaced', (uid) => send('PUT', `/v1/users/${uid}`, { spec: { emailId: `right-${uid}@stage.test` } })],
  [
    'patched',
    (uid) => {
      const change = [{ op: 'replace', path: '/spec/emailId', value: `right-${uid}@stage.test` }]
      return send('PATCH', `/v1/users/${uid}`, change)
    },
  ],
]

describe('a session', () => {
  const me = (headers: Record<string, string>) => get('/v1/users/me', headers)

  it.each(corrections)('ends when the e-mail of its user is %s', async (_what, correct) => {
    const user = await addUser()
    const begun = await signIn(user.email)
    expect((await me(begun)).statusCode).toBe(200)
    expect((await correct(user.uid)).statusCode).toBe(204)
    expect((await me(begun)).statusCode).toBe(401)
  })

  it('goes on when only the name is corrected, and for whoever corrects their own e-mail', async () => {
    const named = await addUser()
    const admin = await addUser('Tenant Admin')
    const [session, own, other] = [await signIn(named.email), await signIn(admin.email), await signIn(admin.email)]
    await send('PUT', `/v1/users/${named.uid}`, { spec: { emailId: named.email, firstName: 'Ada', lastName: 'L' } })
    await send('PUT', `/v1/users/${admin.uid}`, { spec: { emailId: `right-${admin.email}` } }, own)
    const answers = [await me(session), await me(own), await me(other)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 401])
    await test.deps.prisma.user.delete({ where: { uid: admin.uid } })
  })

  const signIn = async (email: string) => {
    const answer = await send('POST', '/v1/console/session', { email, password: PASSWORD }, {})
    return { cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  }
})

describe('a password link', () => {
  const linkTo = (uid: string, by = admin()) => send('POST', `/v1/console/users/${uid}/password-link`, {}, by)
  const tokenOf = async (answer: ReturnType<typeof linkTo>) =>
    (await answer).json<{ link: string }>().link.split('#password=')[1] ?? ''
  const check = (token: string) => send('POST', '/v1/console/session/password-link', { token })
  const set = (token: string) =>
    send('PATCH', `/v1/auth/password/${token}/reset`, { password: 'chosen by whoever has it' })
  const INVALID = { code: 'PasswordLinkInvalid' }

  it.each([
    ['is deleted', (uid: string) => send('DELETE', `/v1/users/${uid}`)],
    ['is disabled', (uid: string) => send('PUT', `/v1/console/users/${uid}/state`, { isActive: false })],
    ['may do less than its user', (uid: string) => send('PUT', `/v1/users/${uid}/roles`, { roles: [] })],
  ])('promises no password that it does not set once its creator %s', async (_what, end) => {
    const maker = await addUser('Tenant Admin')
    const { uid } = await addUser()
    const token = await tokenOf(linkTo(uid, as(maker)))
    const shown = async () => [
      (await get(`/v1/console/users/${uid}`)).json().hasOpenLink,
      (await get(`/v1/users/${uid}`)).json().status.isPasswordResetting,
    ]
    expect([(await check(token)).statusCode, await shown()]).toEqual([200, [true, true]])
    expect((await end(maker.uid)).statusCode).toBe(204)
    expect(await shown()).toEqual([false, false])
    expect((await check(token)).json()).toMatchObject(INVALID)
    expect((await set(token)).json()).toMatchObject(INVALID)
  })

  it.each(corrections)(
    'ends when the e-mail that it was sent to is %s, and the list shows none',
    async (_what, correct) => {
      const { uid } = await addUser()
      const token = await tokenOf(linkTo(uid))
      expect((await correct(uid)).statusCode).toBe(204)
      expect((await check(token)).json()).toMatchObject(INVALID)
      expect((await set(token)).json()).toMatchObject(INVALID)
      const person = (await get(`/v1/console/users?search=right-${uid}`)).json().items[0]
      expect(person).toMatchObject({ hasOpenLink: false, hasExpiredLink: false })
    },
  )

  it('stays when only the name is corrected', async () => {
    const { uid, email } = await addUser()
    const token = await tokenOf(linkTo(uid))
    await send('PUT', `/v1/users/${uid}`, { spec: { emailId: email, firstName: 'Ada', lastName: 'L' } })
    expect((await check(token)).json()).toEqual({ email })
  })

  it('is not created for a disabled user, whom it would not let in', async () => {
    const { uid, email } = await addUser()
    await send('PUT', `/v1/console/users/${uid}/state`, { isActive: false })
    const asked = [linkTo(uid), send('PATCH', `/v1/users/${uid}/password/reset`)]
    const answers = [...(await Promise.all(asked)), await send('PATCH', '/v1/users/password/reset', { emailId: email })]
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
      Array(3).fill([409, 'UserDisabled']),
    )
    await send('PUT', `/v1/console/users/${uid}/state`, { isActive: true })
    expect((await linkTo(uid)).statusCode).toBe(201)
  })
})

describe('a deleted user', () => {
  it('is gone, with keys and roles', async () => {
    const { uid, apiKey } = await addUser()
    expect((await send('DELETE', `/v1/users/${uid}`)).statusCode).toBe(204)
    expect((await get(`/v1/users/${uid}`)).statusCode).toBe(404)
    expect((await get('/v1/users/me', { apikey: apiKey })).statusCode).toBe(401)
  })
})

describe('a help desk with user.update', () => {
  const REFUSED = [403, 'GrantExceedsOwn']
  type Act = (user: FixtureUser, headers: Record<string, string>) => ReturnType<typeof send>
  const acts: [string, Act][] = [
    ['disable', ({ uid }, headers) => send('PUT', `/v1/console/users/${uid}/state`, { isActive: false }, headers)],
    ['enable', ({ uid }, headers) => send('PUT', `/v1/console/users/${uid}/state`, { isActive: true }, headers)],
    ['delete', ({ uid }, headers) => send('DELETE', `/v1/users/${uid}`, undefined, headers)],
    [
      'rename',
      ({ uid, email }, headers) =>
        send('PUT', `/v1/users/${uid}`, { spec: { emailId: email, firstName: 'Root', lastName: '' } }, headers),
    ],
    [
      'take a role in the tenant of',
      ({ uid }, headers) => send('PUT', `/v1/users/${uid}/roles`, { roles: [] }, headers),
    ],
    [
      'take a role in a project of',
      ({ uid }, headers) => {
        const projects = [{ projectUid: test.fixtures.stage.projects.default, roles: [] }]
        return send('PUT', `/v1/users/${uid}/projects`, { projects }, headers)
      },
    ],
  ]
  it.each(acts)('can %s a user who may do no more than they, but not one who may', async (_what, act) => {
    const desk = as(await addHolder(test, ['user.update', 'user.delete', 'macro.get']))
    const addWith = async (role: string) => {
      const user = await addHolder(test, ['macro.get'])
      const scopes = role === 'Tenant Admin' ? [test.fixtures.stage.uid] : []
      const tenantUid = test.fixtures.stage.uid
      const project = {
        userUid: user.uid,
        tenantUid,
        scopeUid: test.fixtures.stage.projects.default,
        role: await macroReader(),
      }
      const data = [...scopes.map((scopeUid) => ({ userUid: user.uid, tenantUid, scopeUid, role })), project]
      await test.deps.prisma.roleBinding.createMany({ data })
      return user
    }
    const boss = await addWith('Tenant Admin')
    const answer = await act(boss, desk)
    expect([answer.statusCode, answer.json().code]).toEqual(REFUSED)
    await test.deps.prisma.user.delete({ where: { uid: boss.uid } })
    expect((await act(await addWith('none'), desk)).statusCode).toBe(204)
  })

  it('creates links that end once their user may do more than the help desk', async () => {
    const desk = as(await addHolder(test, ['user.update', 'macro.get']))
    const person = await addHolder(test, ['macro.get'])
    const linkBy = async () => {
      const answer = await send('POST', `/v1/console/users/${person.uid}/password-link`, {}, desk)
      return answer.json<{ link: string }>().link.split('#password=')[1] ?? ''
    }
    const redeem = (token: string) =>
      send('PATCH', `/v1/auth/password/${token}/reset`, { password: 'chosen by the help desk' })
    expect((await redeem(await linkBy())).statusCode).toBe(204)
    const waiting = await linkBy()
    expect((await send('PUT', `/v1/users/${person.uid}/roles`, { roles: ['Tenant Admin'] })).statusCode).toBe(204)
    expect((await redeem(waiting)).json().code).toBe('PasswordLinkInvalid')
    await test.deps.prisma.user.delete({ where: { uid: person.uid } })
  })

  const macroReader = async () => {
    const spec = { permissions: ['macro.get'], scope: 'project' }
    const made = await send('POST', '/v1/roles', { metadata: { name: `Reader ${(count += 1)}` }, spec })
    return made.json<{ uid: string }>().uid
  }
})

describe('the only Tenant Admin', () => {
  it.each([
    [
      'deleted',
      (uid: string, headers: Record<string, string>) => send('DELETE', `/v1/users/${uid}`, undefined, headers),
    ],
    [
      'disabled',
      (uid: string, headers: Record<string, string>) =>
        send('PUT', `/v1/console/users/${uid}/state`, { isActive: false }, headers),
    ],
    [
      'stripped of the role',
      (uid: string, headers: Record<string, string>) => send('PUT', `/v1/users/${uid}/roles`, { roles: [] }, headers),
    ],
  ])('cannot be %s', async (_what, act) => {
    const { tenantAdmin } = test.fixtures.dev.users
    const answer = await act(tenantAdmin.uid, as(tenantAdmin))
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'LastAdmin'])
    expect((await get('/v1/users', as(tenantAdmin))).statusCode).toBe(200)
  })

  it('remains if two disable each other at once', async () => {
    const other = await addUser('Tenant Admin')
    const { tenantAdmin } = test.fixtures.stage.users
    const disable = (uid: string, by: typeof other) =>
      send('PUT', `/v1/console/users/${uid}/state`, { isActive: false }, as(by))
    await Promise.all([disable(other.uid, tenantAdmin), disable(tenantAdmin.uid, other)])
    const active = await test.deps.prisma.user.count({
      where: { uid: { in: [other.uid, tenantAdmin.uid] }, disabledAt: null },
    })
    expect(active).toBe(1)
    await test.deps.prisma.user.updateMany({ data: { disabledAt: null } })
  })
})
