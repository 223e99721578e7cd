import { readPersonNames } from './person-names.ts'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { readRoles } from '../roles/index.ts'
import {
  changeUser,
  getUserUid,
  removeUser,
  setActive,
  unlinkIdentities,
  updateUser,
} from './user-account-repository.ts'
import { makePasswordLink } from './password-link.ts'
import { setRoles } from './roles/user-role-repository.ts'

const { accounts, passwords } = operations

interface UserAccountRoutesOptions {
  platform: Pick<Platform, 'config' | 'now'>
}

/** What administrators do to users. */
export const userAccountRoutes: FastifyPluginAsync<UserAccountRoutesOptions> = async (app, { platform }) => {
  route(app, accounts.replace, async (request) => {
    const { metadata, spec } = request.body
    await change(request, 'account', async (tx, uid) => {
      const names = readPersonNames(spec)
      const { caller } = request
      const columns = { email: foldEmail(spec.emailId), ...names, meta: metadata ?? undefined }
      const { changed } = await updateUser(tx, { caller, uid }, columns)
      if (!spec.roles) return { changed }
      const roles = await readRoles(tx, spec.roles, { scope: 'tenant', field: 'spec.roles' })
      return { changed, ...(await setRoles(tx, { caller, userUid: uid, scopeUid: tx.$tenantUid, roles })) }
    })
  })

  route(app, accounts.remove, async ({ tenantDb, caller, params: { uid } }) => {
    await changeUser(tenantDb, { caller, uid, action: 'delete', what: 'account' }, (tx) =>
      removeUser(tx, { caller, uid }),
    )
  })

  route(app, accounts.setState, async (request) => {
    const { isActive } = request.body
    await change(request, isActive ? 'enabled' : 'disabled', (tx, uid) =>
      setActive(tx, { caller: request.caller, uid }, isActive ? null : platform.now()),
    )
  })

  route(app, accounts.unlinkIdentities, async (request) => {
    await change(request, 'identity', (tx, uid) => unlinkIdentities(tx, { caller: request.caller, uid }))
  })

  route(app, accounts.makePasswordLink, async (request, reply) =>
    makePasswordLink(request, reply, { platform, uid: request.params.uid }),
  )

  route(app, passwords.reset, async (request, reply) => sendLink(request, reply, request.params.uid))

  route(app, passwords.resetByEmail, async (request, reply) => {
    const email = foldEmail(request.body.emailId.trim())
    await sendLink(request, reply, await getUserUid(request.tenantDb, email))
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
  apply: (tx: TenantClient, uid: string) => ReturnType<Parameters<typeof changeUser>[2]>,
): Promise<string> => changeUser(tenantDb, { caller, uid, action: 'update', what }, (tx) => apply(tx, uid))
