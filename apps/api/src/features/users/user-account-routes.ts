import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { newSessionToken, sessionTokenHash } from '../../platform/access/session.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { route } from '../../platform/http/route.ts'
import { recordEffect, willAnswer } from '../../platform/idempotency/idempotency-claim.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  changeUser,
  checkProjects,
  keepPasswordLink,
  removeUser,
  setActive,
  setRoles,
  updateUser,
} from './user-account-repository.ts'
import { readRoles } from './read-roles.ts'

const { accounts } = operations

const LINK_HOURS = 24

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

  route(app, accounts.makePasswordLink, async (request, reply) => {
    const token = newSessionToken()
    const expiresAt = new Date(platform.now().getTime() + LINK_HOURS * 3_600_000)
    const origin = platform.config.publicUrl ?? `${request.protocol}://${request.host}`
    // Behind the hash, which browsers send nowhere.
    const answer = { link: `${origin}/login#password=${token}`, expiresAt: expiresAt.toISOString() }
    willAnswer(answer)
    const keep = (tx: TenantClient, uid: string) =>
      keepPasswordLink(tx, uid, { tokenHash: sessionTokenHash(token), expiresAt })
    const { tenantDb, caller, params } = request
    const link = { caller, uid: params.uid, action: 'update', what: 'password link', record: recordEffect } as const
    sendAuditUid(reply, await changeUser(tenantDb, link, (tx) => keep(tx, params.uid)))
    return answer
  })
}

type UserRequest = Pick<FastifyRequest, 'tenantDb' | 'caller'> & { params: { uid: string } }

const change = (
  { tenantDb, caller, params: { uid } }: UserRequest,
  what: string,
  apply: (tx: TenantClient, uid: string) => Promise<void>,
): Promise<string> => changeUser(tenantDb, { caller, uid, action: 'update', what }, (tx) => apply(tx, uid))
