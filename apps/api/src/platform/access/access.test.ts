import type { Access } from '@waybill/api-contract'
import cookie from '@fastify/cookie'
import { fastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import { as, openTestApp } from '../../testing/test-app.ts'
import { AccessNotDeclaredError, registerAccess } from './access.ts'
import { registerErrorHandler } from '../http/error-handler.ts'
import { createPrincipalRepository } from './principal-repository.ts'

const test = await openTestApp()

async function guarded(access: Access, scope?: 'tenant') {
  const app = fastify()
  await app.register(cookie)
  registerErrorHandler(app)
  registerAccess(app, { ...test.deps, publicUrl: undefined, principals: createPrincipalRepository(test.deps.prisma) })
  app.route({
    method: ['GET', 'POST'],
    url: '/guarded',
    config: scope ? { access, scope } : { access },
    handler: async ({ caller }) => ({ scope: caller.scope, permissions: [...caller.permissions] }),
  })
  return app
}

const get = async (access: Access, headers: Record<string, string>, url = '/guarded') =>
  (await guarded(access)).inject({ url, headers })

const read = { permission: 'clusterProfile.get' } as const
const create = { permission: 'clusterProfile.create' } as const

describe('access', () => {
  it('stops the start of an app with a route that declares none', () => {
    const app = fastify()
    registerAccess(app, { ...test.deps, publicUrl: undefined, principals: createPrincipalRepository(test.deps.prisma) })
    expect(() => app.get('/open', async () => 'x')).toThrow(AccessNotDeclaredError)
  })

  it('asks for a credential', async () => {
    expect((await get('signed-in', {})).statusCode).toBe(401)
  })

  it('is for the tenant if no project is named', async () => {
    const { stage } = test.fixtures
    const response = await get(read, as(stage.users.tenantAdmin))
    expect(response.json().scope).toEqual({ kind: 'tenant', uid: stage.uid, name: 'Stage' })
  })

  it.each(['ProjectUid', 'Projectuid', 'ProjectUID', 'PROJECTUID'])(
    'is for the project in the header %s',
    async (name) => {
      const { stage } = test.fixtures
      const headers = { apikey: stage.users.projectViewer.apiKey, [name]: stage.projects.default }
      expect((await get(read, headers)).json().scope).toEqual({
        kind: 'project',
        uid: stage.projects.default,
        name: 'Default',
      })
    },
  )

  it.each(['ProjectUid', 'projectUid'])('is for the project in the query parameter %s', async (name) => {
    const { stage } = test.fixtures
    const response = await get(read, as(stage.users.projectViewer), `/guarded?${name}=${stage.projects.default}`)
    expect(response.json().scope.uid).toBe(stage.projects.default)
  })

  it('lets a tenant role act in every project', async () => {
    const { stage } = test.fixtures
    expect((await get(create, as(stage.users.tenantAdmin, stage.projects.other))).statusCode).toBe(200)
  })

  it('refuses what the roles do not allow', async () => {
    const { stage } = test.fixtures
    const response = await get(create, as(stage.users.projectViewer, stage.projects.default))
    expect([response.statusCode, response.json().code]).toEqual([403, 'Forbidden'])
  })

  it('refuses the tenant to users with only a project role', async () => {
    expect((await get(read, as(test.fixtures.stage.users.projectAdmin))).statusCode).toBe(403)
  })

  it('answers the same for a foreign, a hidden and an unknown project', async () => {
    const { stage, dev } = test.fixtures
    const projects = [dev.projects.default, stage.projects.other, '0123456789abcdef01234567', "x' OR 1=1"]
    const answers = await Promise.all(projects.map((project) => get(read, as(stage.users.projectAdmin, project))))
    const seen = answers.map((answer) => ({ status: answer.statusCode, ...answer.json(), ref: '' }))
    expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(seen[0]).toMatchObject({ status: 404, code: 'ResourceNotFound' })
  })

  it('ignores the project on tenant routes', async () => {
    const { stage } = test.fixtures
    const app = await guarded('signed-in', 'tenant')
    const response = await app.inject({ url: '/guarded', headers: as(stage.users.tenantAdmin, 'nowhere') })
    expect(response.json().scope.kind).toBe('tenant')
  })

  it('ends with the role, at once', async () => {
    const { dev } = test.fixtures
    const headers = as(dev.users.projectAdmin, dev.projects.default)
    expect((await get(create, headers)).statusCode).toBe(200)
    await test.deps.prisma.roleBinding.deleteMany({ where: { userUid: dev.users.projectAdmin.uid } })
    expect((await get(create, headers)).statusCode).toBe(404)
  })

  it('ends with the user, at once', async () => {
    const { dev } = test.fixtures
    const { uid } = dev.users.tenantViewer
    await test.deps.prisma.user.update({ where: { uid }, data: { disabledAt: new Date() } })
    expect((await get(read, as(dev.users.tenantViewer))).statusCode).toBe(401)
  })
})
