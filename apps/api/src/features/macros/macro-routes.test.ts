import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson } from '../../testing/documents.ts'
import { holdLock } from '../../testing/held-locks/held-lock.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'
import { addMacros } from './macro-service.ts'

const test = await openTestApp()

const db = test.deps.tenantDb(test.fixtures.stage.uid)
await addRegistry(db, { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })
beforeEach(async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE macros, macro_uses, profiles, layers, manifests, variables, audit_events`
})

const stage = () => test.fixtures.stage
const inProject = () => as(stage().users.projectAdmin, stage().projects.default)
const inTenant = () => as(stage().users.tenantAdmin)
const projectUrl = () => `/v1/projects/${stage().projects.default}/macros`
const tenantUrl = () => `/v1/tenants/${stage().uid}/macros`

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const send = (method: Method, url: string, macros: unknown, headers = inProject()) =>
  test.app.inject({ method, url, headers, payload: { macros } })
const list = async (url = projectUrl(), headers = inProject()) =>
  (await test.app.inject({ url, headers })).json<{ macros: { name: string; value: string }[] }>().macros

describe('macros of a scope', () => {
  it('are added, and read back with their values', async () => {
    const answer = await send('POST', projectUrl(), [{ name: 'region', value: 'north' }])
    expect(answer.statusCode).toBe(204)
    expect(answer.body).toBe('')
    expect(await list()).toEqual([{ name: 'region', value: 'north' }])
  })

  it('are refused if the scope already has the name, and none is written', async () => {
    await send('POST', projectUrl(), [{ name: 'region', value: 'north' }])
    const answer = await send('POST', projectUrl(), [
      { name: 'domain', value: 'a.example' },
      { name: 'region', value: 'south' },
    ])
    const details = [{ path: 'macros[1].name', params: { macro: 'region', scope: 'project' } }]
    expect(answer.json()).toMatchObject({ code: 'MacroExists', details })
    expect(answer.statusCode).toBe(422)
    expect(await list()).toEqual([{ name: 'region', value: 'north' }])
  })

  it.each(['POST', 'PUT', 'PATCH'] as const)('are named if %s has one twice', async (method) => {
    await send('PUT', projectUrl(), [{ name: 'region', value: 'north' }])
    const added = method === 'PATCH' ? 'region' : 'fresh'
    const answer = await send(method, projectUrl(), [
      { name: added, value: 'a' },
      { name: added, value: 'b' },
    ])
    expect(answer.json()).toMatchObject({
      code: 'MacroExists',
      details: [{ code: 'DuplicateName', path: 'macros[1].name', params: { name: added } }],
    })
  })

  it('are reported by their name if it is not allowed', async () => {
    const answer = await send('POST', projectUrl(), [{ name: 'not so', value: 'a' }])
    expect(answer.json().details).toMatchObject([
      {
        path: 'macros[0].name',
        message: 'The name of the macro is not allowed as it is; use letters, digits, dots, dashes and underscores.',
      },
    ])
  })

  it.each([
    ['of a project', 'project'],
    ['of a tenant', 'tenant'],
    ['of the system', 'system'],
  ] as const)('%s are read while somebody changes them', async (_whose, kind) => {
    const scope = { kind, uid: kind === 'project' ? stage().projects.default : stage().uid }
    const caller = { userUid: '', email: '', scope: { kind: 'tenant', uid: stage().uid, name: '' } } as const
    const context = { cipher: test.deps.cipher, caller, scope }
    const change = holdLock(test.deps.tenantDb(stage().uid), (tx) =>
      addMacros({ tx, ...context }, [{ name: 'region', value: 'north' }]),
    )
    await change.isHeld
    const url = { project: projectUrl(), tenant: tenantUrl(), system: '/v1/users/system/macros' }[kind]
    expect(await list(url, inTenant())).toEqual([])
    await change.release()
    expect(await list(url, inTenant())).toEqual([{ name: 'region', value: 'north' }])
  })

  it('are replaced as a whole by PUT', async () => {
    await send('POST', projectUrl(), [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ])
    const answer = await send('PUT', projectUrl(), [
      { name: 'b', value: '3' },
      { name: 'c', value: '4' },
    ])
    expect(answer.statusCode).toBe(204)
    expect(await list()).toEqual([
      { name: 'b', value: '3' },
      { name: 'c', value: '4' },
    ])
  })

  it('are all removed by PUT of null, which clients send for an empty list', async () => {
    await send('POST', projectUrl(), [{ name: 'a', value: '1' }])
    await send('PUT', projectUrl(), null)
    expect(await list()).toEqual([])
  })

  it.each([undefined, '', {}])('are not removed by PUT of %j, which contains no list', async (payload) => {
    await send('POST', projectUrl(), [{ name: 'a', value: '1' }])
    const headers = { ...inProject(), 'content-type': 'application/json' }
    const body = payload === undefined ? {} : { payload }
    const answer = await test.app.inject({ method: 'PUT', url: projectUrl(), headers, ...body })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
    expect(answer.json().details).toMatchObject([{ path: 'macros' }])
    expect(await list()).toHaveLength(1)
  })

  it.each([
    [
      'create',
      [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
      ],
    ],
    ['delete', []],
    ['update', [{ name: 'a', value: '9' }]],
  ] as const)('are replaced only with the permission to %s, where one is', async (part, wanted) => {
    await send('POST', tenantUrl(), [{ name: 'a', value: '1' }], inTenant())
    const others = (['macro.create', 'macro.update', 'macro.delete'] as const).filter(
      (each) => each !== `macro.${part}`,
    )
    const without = as(await addHolder(test, others))
    expect((await send('PUT', tenantUrl(), wanted, without)).json()).toMatchObject({ code: 'Forbidden' })
    expect(await list(tenantUrl(), inTenant())).toEqual([{ name: 'a', value: '1' }])
    const holder = as(await addHolder(test, ['macro.update', `macro.${part}`]))
    expect((await send('PUT', tenantUrl(), wanted, holder)).statusCode).toBe(204)
  })

  it('are changed one by one by PATCH', async () => {
    await send('POST', projectUrl(), [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ])
    await send('PATCH', projectUrl(), [{ name: 'a', value: '9' }])
    expect(await list()).toEqual([
      { name: 'a', value: '9' },
      { name: 'b', value: '2' },
    ])
  })

  it('are removed by name with a body', async () => {
    await send('POST', projectUrl(), [{ name: 'a', value: '1' }])
    expect((await send('DELETE', projectUrl(), [{ name: 'a' }])).statusCode).toBe(204)
    expect(await list()).toEqual([])
  })

  it('that would expand for ever are refused with the names in the cycle', async () => {
    const answer = await send('POST', projectUrl(), [
      { name: 'a', value: '{{.spectro.macro.b}}' },
      { name: 'b', value: '{{.spectro.macro.a}}' },
    ])
    expect(answer.json()).toMatchObject({
      code: 'MacroInvalid',
      details: [{ code: 'MacroCycle' }, { code: 'MacroCycle' }],
    })
    expect(await list()).toEqual([])
  })

  it.each([
    ['POST', { name: 'no name', value: '' }, 'macros[0].name'],
    ['PATCH', { name: 'second', value: '{{.spectro.macro.second}}' }, 'macros[0].value'],
  ] as const)('are refused at their place in what %s sent, whatever the scope holds', async (method, macro, path) => {
    await send('POST', projectUrl(), [
      { name: 'first', value: '1' },
      { name: 'second', value: '2' },
    ])
    expect((await send(method, projectUrl(), [macro])).json()).toMatchObject({
      code: 'MacroInvalid',
      details: [{ path }],
    })
  })

  it('write an audit event with names and no value', async () => {
    await send('POST', projectUrl(), [{ name: 'token', value: 'kept-for-nobody' }])
    const [event] = await test.deps.prisma.auditEvent.findMany()
    expect(event).toMatchObject({ action: 'update', resourceKind: 'macro' })
    expect(JSON.stringify(event)).not.toContain('kept-for-nobody')
  })

  it('are encrypted in the database', async () => {
    await send('POST', projectUrl(), [{ name: 'token', value: 'kept-for-nobody' }])
    const row = await test.deps.prisma.macro.findFirstOrThrow()
    expect(Buffer.from(row.value).includes('kept-for-nobody')).toBe(false)
  })
})

describe('a user', () => {
  it('without permission to change macros is refused', async () => {
    const headers = as(stage().users.projectViewer, stage().projects.default)
    expect((await send('POST', projectUrl(), [{ name: 'a', value: '1' }], headers)).statusCode).toBe(403)
  })

  it('may change a project’s according to the project in the path, not in the header', async () => {
    const answer = await test.app.inject({ url: `/v1/projects/${stage().projects.other}/macros`, headers: inProject() })
    expect(answer.statusCode).toBe(404)
  })

  it('needs a tenant role to change the tenant’s', async () => {
    expect((await send('POST', tenantUrl(), [{ name: 'a', value: '1' }])).statusCode).toBe(403)
    expect((await send('POST', tenantUrl(), [{ name: 'a', value: '1' }], inTenant())).statusCode).toBe(204)
  })

  it('who asks for another tenant finds nothing', async () => {
    const url = `/v1/tenants/${test.fixtures.dev.uid}/macros`
    const answer = await test.app.inject({ url, headers: inTenant() })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'ResourceNotFound' })
  })
})

describe('the value of a macro', () => {
  const viewer = () => as(stage().users.projectViewer, stage().projects.default)
  const valuesFor = async (headers: Record<string, string>) => {
    const usage = await test.app.inject({ url: '/v1/console/macros', headers })
    const winning = await test.app.inject({ url: '/v1/clusterprofiles/macros', headers })
    const valueOf = ({ value }: { value: string }) => value
    return {
      ofProject: (await list(projectUrl(), headers)).map(valueOf),
      winning: winning.json().macros.map(valueOf),
      usage: usage.json().items.map(valueOf),
    }
  }
  beforeEach(async () => {
    await send('POST', tenantUrl(), [{ name: 'a-domain', value: 'of-tenant' }], inTenant())
    await send('POST', projectUrl(), [{ name: 'b-region', value: 'of-project' }, { name: 'c-none', value: '' }]) // prettier-ignore
  })

  it('is masked for callers who may not change it', async () => {
    const mask = '********'
    expect(await valuesFor(viewer())).toEqual({
      ofProject: [mask, ''],
      winning: [mask, mask, ''],
      usage: [mask, mask, ''],
    })
  })

  it('is masked for callers who may change only the project’s, if it is the tenant’s', async () => {
    const { winning } = await valuesFor(inProject())
    expect(winning).toEqual(['********', 'of-project', ''])
  })

  it('is shown to callers who may change it', async () => {
    const headers = as(stage().users.tenantAdmin, stage().projects.default)
    expect((await valuesFor(headers)).usage).toEqual(['of-tenant', 'of-project', ''])
  })

  it('of the system is readable, unless it looks like a secret', async () => {
    const macros = [
      { name: 'cloud', value: 'aws' },
      { name: 'db-password', value: 'kept-for-nobody' },
    ]
    await send('POST', '/v1/users/system/macros', macros, inTenant())
    const headers = as(stage().users.tenantViewer)
    expect(await list('/v1/users/system/macros', headers)).toEqual([
      { name: 'cloud', value: 'aws' },
      { name: 'db-password', value: '********' },
    ])
  })
})

describe('macros of the system', () => {
  const systemUrl = '/v1/users/system/macros'
  const winning = async (headers = inProject()) => {
    const answer = await test.app.inject({ url: '/v1/clusterprofiles/macros', headers })
    return answer.json<{ macros: { name: string; value: string }[] }>().macros
  }

  it('are added, replaced, changed and removed like others', async () => {
    const answers = [
      await send('POST', systemUrl, [{ name: 'a', value: '1' }], inTenant()),
      await send('PUT', systemUrl, [{ name: 'b', value: '2' }], inTenant()),
      await send('PATCH', systemUrl, [{ name: 'b', value: '3' }], inTenant()),
    ]
    expect(answers.map((answer) => answer.statusCode)).toEqual([204, 204, 204])
    expect(await list(systemUrl, inTenant())).toEqual([{ name: 'b', value: '3' }])
    expect((await send('DELETE', systemUrl, [{ name: 'b' }], inTenant())).statusCode).toBe(204)
    expect(await list(systemUrl, inTenant())).toEqual([])
  })

  it('yield to those of the tenant, and these to those of the project', async () => {
    await send('POST', systemUrl, [{ name: 'region', value: 'of the system' }], inTenant())
    expect(await winning()).toEqual([{ name: 'region', value: 'of the system' }])
    await send('POST', tenantUrl(), [{ name: 'region', value: 'of the tenant' }], inTenant())
    expect(await winning(as(stage().users.tenantAdmin))).toEqual([{ name: 'region', value: 'of the tenant' }])
    expect(await list(systemUrl, inTenant())).toEqual([{ name: 'region', value: 'of the system' }])
  })

  it('of one tenant are neither visible nor changeable in another', async () => {
    const ofDev = as(test.fixtures.dev.users.tenantAdmin)
    await send('POST', systemUrl, [{ name: 'a', value: '1' }], inTenant())
    expect(await list(systemUrl, ofDev)).toEqual([])
    await send('PUT', systemUrl, [], ofDev)
    await send('DELETE', systemUrl, [{ name: 'a' }], ofDev)
    expect(await list(systemUrl, inTenant())).toEqual([{ name: 'a', value: '1' }])
  })

  it('are changed by callers with a tenant role, whatever project they name', async () => {
    const answer = await send('POST', systemUrl, [{ name: 'a', value: '1' }])
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })
})

describe('macros that a project can use', () => {
  beforeEach(async () => {
    await send(
      'POST',
      tenantUrl(),
      [
        { name: 'region', value: 'tenant-wide' },
        { name: 'domain', value: 'x' },
      ],
      inTenant(),
    )
    await send('POST', projectUrl(), [{ name: 'region', value: 'here' }])
  })

  it('are its own, which take precedence over the tenant’s', async () => {
    const answer = await test.app.inject({ url: '/v1/clusterprofiles/macros', headers: inProject() })
    expect(answer.json()).toEqual({
      macros: [
        { name: 'domain', value: '********' },
        { name: 'region', value: 'here' },
      ],
    })
  })

  it('say which one takes precedence and which profiles use them', async () => {
    const payload = profileJson({ values: 'a: "{{.spectro.macro.region}}"\n' })
    const headers = { ...inProject(), 'content-type': 'application/json' }
    await test.app.inject({ method: 'POST', url: '/v1/clusterprofiles/import', payload, headers })
    const answer = await test.app.inject({ url: '/v1/console/macros', headers: inProject() })
    expect(answer.json()).toMatchObject({
      items: [
        { name: 'domain', scope: 'tenant', overriddenBy: null, usedBy: [] },
        { name: 'region', scope: 'project', overriddenBy: null, usedBy: [{ name: 'web', version: '1.0.0' }] },
        { name: 'region', scope: 'tenant', overriddenBy: 'project' },
      ],
    })
    const project = { name: 'web', projectUid: test.fixtures.stage.projects.default }
    expect((await test.app.inject({ url: '/v1/console/macros', headers: inTenant() })).json().items).toContainEqual(
      expect.objectContaining({ name: 'region', usedBy: [expect.objectContaining(project)] }),
    )
    const holder = await addHolder(test, ['macro.list'])
    const counted = await test.app.inject({ url: '/v1/console/macros', headers: as(holder) })
    expect(counted.json().items).toContainEqual(expect.objectContaining({ name: 'region', usedBy: [], hidden: 1 }))
  })
})
