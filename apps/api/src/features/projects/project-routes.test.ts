import { describe, expect, it } from 'vitest'
import { keepingAnAdmin } from '../../platform/access/roles/held-role-repository.ts'
import { databaseError } from '../../platform/database/database-errors.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'
import { newUid } from '../../platform/database/uid.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { addProfile } from '../../testing/profiles.ts'
import { countLockWaiters } from '../../testing/held-locks/held-lock.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const send = sender(() => test)
const create = async (name: string, more: object = {}) =>
  (await send('POST', '/v1/projects', { metadata: { name, ...more } })).json<{ uid: string }>().uid

const ZERO = '0001-01-01T00:00:00.000Z'

describe('a project', () => {
  it('is created with the metadata that Go clients send', async () => {
    const metadata = {
      name: 'Payments',
      labels: { team: 'a', bare: 'spectro__tag' },
      annotations: { description: 'Pays', owner: 'x' },
      creationTimestamp: ZERO,
      deletionTimestamp: ZERO,
      lastModifiedTimestamp: ZERO,
    }
    const answer = await send('POST', '/v1/projects', { metadata })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
    const project = (await send('GET', `/v1/projects/${answer.json().uid}`)).json()
    expect(project).toMatchObject({
      metadata: {
        name: 'Payments',
        labels: metadata.labels,
        annotations: { description: 'Pays', owner: 'x', scope: 'tenant' },
      },
      spec: { alerts: [], teams: [], users: [] },
      status: { isDisabled: false },
    })
    expect(project.metadata.creationTimestamp).not.toBe(ZERO)
  })

  it('has a unique name in the tenant', async () => {
    await create('Twice')
    const answer = await send('POST', '/v1/projects', { metadata: { name: 'Twice' } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'ProjectExists'])
  })

  it('is refused a name that differs from another only in case', async () => {
    const uid = await create('Capitals')
    const codeOf = async (method: 'POST' | 'PUT', url: string, name: string) =>
      (await send(method, url, { metadata: { name } })).json()?.code
    expect(await codeOf('POST', '/v1/projects', 'capitals')).toBe('ProjectExists')
    const other = await create('Others')
    expect(await codeOf('PUT', `/v1/projects/${other}`, 'CAPITALS')).toBe('ProjectExists')
    expect((await send('PUT', `/v1/projects/${uid}`, { metadata: { name: 'CAPITALS' } })).statusCode).toBe(204)
  })

  it('is refused without a name', async () => {
    const answer = await send('POST', '/v1/projects', { metadata: { labels: {} } })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })

  it('is replaced by PUT, including maps', async () => {
    const uid = await create('Before', { labels: { a: '1' }, annotations: { description: 'old' } })
    const answer = await send('PUT', `/v1/projects/${uid}`, { metadata: { name: 'After', labels: null } })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect((await send('GET', `/v1/projects/${uid}`)).json().metadata).toMatchObject({
      name: 'After',
      labels: {},
      annotations: { scope: 'tenant' },
    })
  })

  it('is renamed by its metadata alone', async () => {
    const uid = await create('Meta')
    const answer = await send('PUT', `/v1/projects/${uid}/meta`, { name: 'Meta 2', uid, creationTimestamp: ZERO })
    expect(answer.statusCode).toBe(204)
    expect((await send('GET', `/v1/projects/${uid}`)).json().metadata.name).toBe('Meta 2')
  })

  it('is gone after DELETE with an empty JSON body', async () => {
    const uid = await create('Short-lived')
    const headers = { ...admin(), 'content-type': 'application/json' }
    const answer = await test.app.inject({ method: 'DELETE', url: `/v1/projects/${uid}`, headers, payload: '' })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    const gone = await send('GET', `/v1/projects/${uid}`)
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'ResourceNotFound'])
  })

  it('named Default can be neither deleted nor renamed', async () => {
    const url = `/v1/projects/${test.fixtures.stage.projects.default}`
    const deleted = await send('DELETE', `${url}?cleanupProjectResources=true`)
    const renamed = await send('PUT', url, { metadata: { name: 'Other name' } })
    for (const answer of [deleted, renamed]) {
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'ProjectNeeded'])
    }
    expect((await send('PUT', url, { metadata: { name: 'Default' } })).statusCode).toBe(204)
  })
})

describe('a project that is not empty', () => {
  async function filled(name: string) {
    const uid = await create(name)
    const { stage } = test.fixtures
    const profile = await addProfile(test, { tenantUid: stage.uid, scope: 'project', scopeUid: uid })
    const headers = as(stage.users.tenantAdmin, uid)
    await send('POST', `/v1/projects/${uid}/macros`, { macros: [{ name: 'region', value: 'north' }] })
    await send('POST', '/v1/filters/tag', { metadata: { name: 'mine' } }, headers)
    return { uid, profile }
  }

  it('lists its contents, and stays', async () => {
    const { uid } = await filled('Counted')
    const answer = await send('DELETE', `/v1/projects/${uid}/validate`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      clusters: { clusters: [], count: 0 },
      clusterProfiles: { count: 1 },
      macros: { count: 1 },
    })
    expect((await send('GET', `/v1/projects/${uid}`)).statusCode).toBe(200)
  })

  it('is deleted only if its contents are to be deleted too', async () => {
    const { uid, profile } = await filled('Cleaned')
    const refused = await send('DELETE', `/v1/projects/${uid}`)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'ProjectNotEmpty'])
    const thresholds = { deletingClusterDurationThresholdInMin: 5, provisioningClusterDurationThresholdInMin: 5 }
    const answer = await send('DELETE', `/v1/projects/${uid}?cleanupProjectResources=true`, thresholds)
    expect(answer.statusCode).toBe(204)
    const { prisma } = test.deps
    const left = [
      await prisma.profile.count({ where: { scopeUid: uid } }),
      await prisma.layer.count({ where: { profileUid: profile } }),
      await prisma.macro.count({ where: { scopeUid: uid } }),
      await prisma.tagFilter.count({ where: { scopeUid: uid } }),
    ]
    expect(left).toEqual([0, 0, 0, 0])
  })

  it('stays for users who may not delete its contents', async () => {
    const { uid } = await filled('Guarded')
    const url = `/v1/projects/${uid}?cleanupProjectResources=true`
    const remove = async (...permissions: Permission[]) =>
      (await send('DELETE', url, undefined, as(await addHolder(test, ['project.delete', ...permissions])))).statusCode
    expect(await remove()).toBe(403)
    expect(await remove('clusterProfile.delete')).toBe(403)
    expect(await remove('macro.delete')).toBe(403)
    expect(await test.deps.prisma.profile.count({ where: { scopeUid: uid } })).toBe(1)
    expect(await remove('clusterProfile.delete', 'macro.delete')).toBe(204)
  })

  it('stays if the tenant keeps published versions', async () => {
    const { uid } = await filled('Kept')
    const tenant = { where: { uid: test.fixtures.stage.uid } }
    await test.deps.prisma.tenant.update({ ...tenant, data: { keepsPublished: true } })
    const answer = await send('DELETE', `/v1/projects/${uid}?cleanupProjectResources=true`)
    await test.deps.prisma.tenant.update({ ...tenant, data: { keepsPublished: false } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'ProfileImmutable'])
  })

  it('cannot be written to once it is gone', async () => {
    const uid = await create('Gone')
    await send('DELETE', `/v1/projects/${uid}`)
    const { uid: tenantUid } = test.fixtures.stage
    const refused: unknown = await addProfile(test, { tenantUid, scope: 'project', scopeUid: uid }).catch(
      (error: unknown) => error,
    )
    expect(databaseError(refused)?.code).toBe('ResourceNotFound')
  })
})

describe('a role in a project', () => {
  const give = (scopeUid: string) => {
    const { uid: tenantUid, users } = test.fixtures.stage
    const data = { tenantUid, scopeUid, role: 'Project Viewer' }
    return test.deps.prisma.roleBinding.create({ data: { ...data, userUid: users.projectViewer.uid } })
  }

  it('goes with the project, whoever deletes it', async () => {
    const uid = await create('Held')
    await give(uid)
    const team = await test.deps.prisma.team.create({
      data: { uid: newUid(), tenantUid: test.fixtures.stage.uid, name: 'Holders' },
    })
    await test.deps.prisma.teamRole.create({
      data: { teamUid: team.uid, tenantUid: team.tenantUid, scopeUid: uid, role: 'Project Viewer' },
    })
    await test.deps.prisma.$executeRaw`DELETE FROM projects WHERE uid = ${uid}`
    const inIt = { where: { scopeUid: uid } }
    const left = [await test.deps.prisma.roleBinding.count(inIt), await test.deps.prisma.teamRole.count(inIt)]
    expect(left).toEqual([0, 0])
  })

  it('cannot be granted in a project that does not exist', async () => {
    const refused: unknown = await give(newUid()).catch((error: unknown) => error)
    expect(databaseError(refused)?.code).toBe('ResourceNotFound')
  })

  it('cannot be moved to a project that does not exist', async () => {
    const uid = await create('Left')
    await give(uid)
    const moved = test.deps.prisma.roleBinding.updateMany({ where: { scopeUid: uid }, data: { scopeUid: newUid() } })
    expect(databaseError(await moved.catch((error: unknown) => error))?.code).toBe('ResourceNotFound')
  })

  it.each([
    ['renamed', 'PUT', '/meta'],
    ['deleted', 'DELETE', ''],
  ] as const)('is given while the project is %s, and neither gives way', async (deed, method, path) => {
    const { stage } = test.fixtures
    const uid = await create(`To be ${deed}`)
    const db = test.deps.tenantDb(stage.uid)
    const given = { userUid: stage.users.tenantViewer.uid, tenantUid: stage.uid, scopeUid: uid, role: 'Project Viewer' }
    const [held, waitedFor] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const giving = db.$transaction(
      (tx) =>
        keepingAnAdmin(tx, async () => {
          held.resolve()
          await waitedFor.promise
          await tx.roleBinding.create({ data: given })
        }),
      { timeout: 60_000 },
    )
    await held.promise
    const answer = send(method, `/v1/projects/${uid}${path}`, { name: `Was ${deed}` })
    await expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(1)
    waitedFor.resolve()
    await giving
    expect((await answer).statusCode).toBe(204)
    expect(await db.roleBinding.count({ where: given })).toBe(deed === 'deleted' ? 0 : 1)
  })
})

describe('the users of a project', () => {
  it('are set with their roles, and returned with the roles’ uids', async () => {
    const { projectViewer } = test.fixtures.stage.users
    const spec = { users: [{ userId: projectViewer.uid, roles: ['Project Editor'] }], teams: null }
    const answer = await send('POST', '/v1/projects', { metadata: { name: 'Shared' }, spec })
    const { uid } = answer.json<{ uid: string }>()
    const entered = await send('GET', `/v1/projects/${uid}`, undefined, as(projectViewer))
    expect(entered.statusCode).toBe(200)
    expect(entered.json().spec.users).toBeUndefined()
    const { users } = (await send('GET', `/v1/projects/${uid}`)).json().spec
    expect(users).toEqual([{ userId: projectViewer.uid, roles: [expect.stringMatching(/^[0-9a-f]{24}$/)] }])
    const again = await send('PUT', `/v1/projects/${uid}`, { metadata: { name: 'Shared' }, spec: { users } })
    expect(again.statusCode).toBe(204)
    expect((await send('GET', `/v1/projects/${uid}`)).json().spec.users).toEqual(users)
  })

  it('are not changed by users who may not change users', async () => {
    const { stage } = test.fixtures
    const spec = { users: [{ userId: stage.users.projectViewer.uid, roles: ['Project Admin'] }] }
    const url = `/v1/projects/${stage.projects.default}`
    const payload = { metadata: { name: 'Default' }, spec }
    const answer = await send('PUT', url, payload, as(stage.users.projectAdmin))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })

  it('cannot be users of another tenant', async () => {
    const spec = { users: [{ userId: test.fixtures.dev.users.projectViewer.uid, roles: ['Project Admin'] }] }
    const answer = await send('POST', '/v1/projects', { metadata: { name: 'Foreign' }, spec })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
    expect(await test.deps.prisma.project.count({ where: { name: 'Foreign' } })).toBe(0)
  })

  it.each([
    ['a role of the tenant', { users: [{ userId: '', roles: ['Tenant Admin'] }] }, 422, 'InvalidRequest'],
    ['a team that is not there', { teams: [{ teamId: 'x', roles: ['Project Viewer'] }] }, 404, 'ResourceNotFound'],
  ])('are refused with %s', async (_what, spec, status, code) => {
    const answer = await send('POST', '/v1/projects', { metadata: { name: 'Refused' }, spec })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })
})

describe('a user', () => {
  it('without permission to create projects is refused', async () => {
    const answer = await send(
      'POST',
      '/v1/projects',
      { metadata: { name: 'No' } },
      as(test.fixtures.stage.users.tenantViewer),
    )
    expect(answer.statusCode).toBe(403)
  })

  it('may change a project without naming it in a header', async () => {
    const { stage } = test.fixtures
    const url = `/v1/projects/${stage.projects.default}/meta`
    expect((await send('PUT', url, { name: 'Default' }, as(stage.users.projectAdmin))).statusCode).toBe(204)
    expect(
      (await send('DELETE', `/v1/projects/${stage.projects.default}`, undefined, as(stage.users.projectAdmin)))
        .statusCode,
    ).toBe(403)
  })

  it.each([
    ['GET', ''],
    ['PUT', ''],
    ['PUT', '/meta'],
    ['DELETE', ''],
    ['DELETE', '/validate'],
  ] as const)('not enter a project gets the answer of one that is not there (%s %s)', async (method, path) => {
    const { stage, dev } = test.fixtures
    const answers = await Promise.all(
      ['0123456789abcdef01234567', dev.projects.default].map((uid) => send(method, `/v1/projects/${uid}${path}`)),
    )
    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
    const other = await send(
      method,
      `/v1/projects/${stage.projects.other}${path}`,
      undefined,
      as(stage.users.projectAdmin),
    )
    expect(other.statusCode).toBe(404)
  })
})

describe('lists of projects', () => {
  const summary = async (body: object | null, query = '', headers = as(test.fixtures.dev.users.tenantAdmin)) =>
    (await send('POST', `/v1/dashboard/projects${query}`, body ?? undefined, headers)).json<{
      items: { metadata: { name: string }; specSummary: { users?: { name: string }[] } }[]
      listmeta: { continue: string; count: number; limit: number; offset: number }
    }>()
  const namesOf = ({ items }: { items: { metadata: { name: string } }[] }) => items.map((item) => item.metadata.name)

  it('find one by its name', async () => {
    const answer = await send('GET', '/v1/dashboard/projects/metadata?name=Default')
    expect(answer.json()).toEqual({
      items: [{ metadata: { name: 'Default', uid: test.fixtures.stage.projects.default } }],
    })
  })

  it('contain all projects with their users for an administrator', async () => {
    const { items } = await summary({})
    expect(namesOf({ items })).toEqual(['Default', 'Other'])
    const users = items[0]?.specSummary.users?.map((user) => user.name)
    expect(users).toEqual(['project-admin@dev.test', 'project-viewer@dev.test'])
  })

  it('are filtered and sorted', async () => {
    expect(namesOf(await summary({ filter: { name: { contains: 'OTH' } }, sort: null }))).toEqual(['Other'])
    expect(namesOf(await summary({ sort: [{ field: 'name', order: 'desc' }] }))).toEqual(['Other', 'Default'])
  })

  it('continue with the token of the previous page', async () => {
    const first = await summary(null, '?limit=1')
    expect(first.listmeta).toMatchObject({ count: 2, limit: 1, offset: 0 })
    const second = await summary(null, `?limit=1&continue=${encodeURIComponent(first.listmeta.continue)}`)
    expect([namesOf(second), second.listmeta.continue]).toEqual([['Other'], ''])
  })

  it('are paged without a body too, as scripts do', async () => {
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    const page = async (query: string) =>
      (await send('GET', `/v1/dashboard/projects${query}`, undefined, headers)).json<
        Awaited<ReturnType<typeof summary>>
      >()
    const first = await page('?limit=1&offset=0')
    const second = await page(`?limit=1&continue=${encodeURIComponent(first.listmeta.continue)}`)
    expect([...namesOf(first), ...namesOf(second)]).toEqual(['Default', 'Other'])
  })

  it('contain only projects that the caller may enter, and no users', async () => {
    const { items } = await summary({}, '', as(test.fixtures.dev.users.projectViewer))
    expect(namesOf({ items })).toEqual(['Default'])
    expect(items[0]?.specSummary.users).toBeUndefined()
  })
})
