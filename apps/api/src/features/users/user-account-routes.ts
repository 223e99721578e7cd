import { readPersonNames } from './person-names.ts'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { signInPage } from '../../platform/http/pages/sign-in-page.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { makePasswordLink } from './password-link-service.ts'
import { setTenantRoles } from './roles/user-role-service.ts'
import { getAccount } from './user-account-repository.ts'
import { changeUser, removeUser, replaceAccount, setActive, unlinkUser } from './user-service.ts'

const { accounts, passwords } = operations

interface UserAccountRoutesOptions {
  platform: Pick<Platform, 'config' | 'now'>
}

/** Administrators' operations on users. */
export const userAccountRoutes: FastifyPluginAsync<UserAccountRoutesOptions> = async (app, { platform }) => {
  const useCase = useCasesWith(platform)

  route(app, accounts.replace, async (request) => {
    const { caller, params, body } = request
    const { metadata, spec } = body
    await changeUser(useCase(request), { uid: params.uid, what: 'account' }, async (tx) => {
      const columns = { email: foldEmail(spec.emailId), ...readPersonNames(spec), meta: metadata ?? undefined }
      const changed = await replaceAccount(tx, { caller, uid: params.uid }, columns)
      if (!spec.roles) return { changed }
      const given = { caller, userUid: params.uid, roles: spec.roles, field: 'spec.roles' }
      return { changed, ...(await setTenantRoles(tx, given)) }
    })
  })

  route(app, accounts.remove, async (request) => {
    await removeUser(useCase(request), request.params.uid)
  })

  route(app, accounts.setState, async (request) => {
    const { isActive } = request.body
    const whom = { caller: request.caller, uid: request.params.uid }
    await changeUser(useCase(request), { uid: whom.uid, what: isActive ? 'enabled' : 'disabled' }, (tx) =>
      setActive(tx, whom, isActive ? null : platform.now()),
    )
  })

  route(app, accounts.unlinkIdentities, async (request) => {
    await unlinkUser(useCase(request), request.params.uid)
  })

  route(app, accounts.makePasswordLink, async (request, reply) => newLink(request, reply, request.params.uid))

  route(app, passwords.reset, async (request, reply) => sendLink(request, reply, request.params.uid))

  route(app, passwords.resetByEmail, async (request, reply) => {
    const email = foldEmail(request.body.emailId.trim())
    await sendLink(request, reply, (await getAccount(request.tenantDb, { email })).uid)
  })

  async function newLink(request: FastifyRequest, reply: FastifyReply, uid: string) {
    const page = signInPage(platform, request)
    const { answer, auditUid } = await makePasswordLink(useCase(request), { uid, signInPage: page })
    sendAuditUid(reply, auditUid)
    return answer
  }

  /** Palette mails the link; here whoever creates it passes it on. */
  async function sendLink(request: FastifyRequest, reply: FastifyReply, uid: string): Promise<void> {
    const { link } = await newLink(request, reply, uid)
    void reply.header('Waybill-Password-Link', link)
  }
}
