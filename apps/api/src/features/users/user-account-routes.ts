import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeUser, checkProjects, removeUser, setActive, setRoles, updateUser } from './user-account-repository.ts'
import { makePasswordLink } from './password-link.ts'
import { readRoles } from './read-roles.ts'

const { accounts, passwords } = operations

interface UserAccountRoutesOptions {
  platform: Pick<Platform, 'config' | 'now'>
}

/** What administrators do to users. */
export const userAccountRoutes: FastifyPluginAsync<UserAccountRoutesOptions> = async (app, { platform }) => {
  route(app, accounts.replace, async (request) => {
    const { metadata, spec } = request.body
    const roles = spec.roles ? readRoles(spec.roles, { scope: 'tenant', field: 'spec.roles' }) : undefined
    await change(request, 'account', async (tx, uid) => {
      const names = { firstName: spec.firstName ?? '', lastName: spec.lastName ?? '' }
      await updateUser(tx, uid, { email: spec.emailId.toLowerCase(), ...names, meta: metadata ?? undefined })
      if (roles) await setRoles(tx, uid, { scopeUid: tx.$tenantUid, roles })
    })
  })

  route(app, accounts.remove, async ({ tenantDb, caller, params: { uid } }) => {
    await changeUser(tenantDb, { caller, uid, action: 'delete', what: 'account' }, (tx) => removeUser(tx, uid))
  })

  route(app, accounts.replaceRoles, async (request) => {
    const roles = readRoles(request.body.roles, { scope: 'tenant', field: 'roles' })
    await change(request, 'roles', (tx, uid) => setRoles(tx, uid, { scopeUid: tx.$tenantUid, roles }))
  })

  route(app, accounts.replaceProjects, async (request) => {
    const projects = (request.body.projects ?? []).map(({ projectUid, roles }, index) => ({
      scopeUid: projectUid,
      roles: readRoles(roles, { scope: 'project', field: `projects.${index}.roles` }),
    }))
    await change(request, 'projects', async (tx, uid) => {
      await checkProjects(
        tx,
        projects.map(({ scopeUid }) => scopeUid),
      )
      for (const project of projects) await setRoles(tx, uid, project)
    })
  })

  route(app, accounts.setState, async (request) => {
    const { isActive } = request.body
    await change(request, isActive ? 'enabled' : 'disabled', (tx, uid) =>
      setActive(tx, uid, isActive ? null : platform.now()),
    )
  })

  route(app, accounts.makePasswordLink, async (request, reply) =>
    makePasswordLink(request, reply, { platform, uid: request.params.uid }),
  )

  route(app, passwords.reset, async (request, reply) => sendLink(request, reply, request.params.uid))

  route(app, passwords.resetByEmail, async (request, reply) => {
    const email = request.body.emailId.trim().toLowerCase()
    const user = await request.tenantDb.user.findFirst({ where: { email }, select: { uid: true } })
    if (!user) throw new AppError('ResourceNotFound')
    await sendLink(request, reply, user.uid)
  })

  /** Palette mails it; here whoever makes it hands it over. */
  async function sendLink(request: FastifyRequest, reply: FastifyReply, uid: string): Promise<void> {
    const { link } = await makePasswordLink(request, reply, { platform, uid })
    void reply.header('Waybill-Password-Link', link)
  }
}

type UserRequest = Pick<FastifyRequest, 'tenantDb' | 'caller'> & { params: { uid: string } }

const change = (
  { tenantDb, caller, params: { uid } }: UserRequest,
  what: string,
  apply: (tx: TenantClient, uid: string) => Promise<void>,
): Promise<string> => changeUser(tenantDb, { caller, uid, action: 'update', what }, (tx) => apply(tx, uid))
