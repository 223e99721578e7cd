import { readPersonNames } from './person-names.ts'
import { patchedUserSchema } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { isDeepStrictEqual } from 'node:util'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { patchDocument } from '../../platform/http/json-patch/patch-document.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { setTenantRoles } from './roles/user-role-service.ts'
import { getUser } from './user-list-repository.ts'
import { toUser } from './user-presenter.ts'
import { changeUser, replaceAccount, setActive } from './user-service.ts'

interface UserPatchRoutesOptions {
  platform: Pick<Platform, 'now'>
}

/** The operations with which Palette's own console changes users. */
export const userPatchRoutes: FastifyPluginAsync<UserPatchRoutesOptions> = async (app, { platform }) => {
  const useCase = useCasesWith(platform)

  route(app, operations.accounts.patch, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeUser(useCase(request), { uid, what: 'account' }, async (tx) => {
      const before = toUser(await getUser(tx, uid))
      const { metadata, spec, status } = patchDocument(patchedUserSchema, before, body)
      const columns = { email: foldEmail(spec.emailId), ...readPersonNames(spec), meta: metadata }
      const changed = await replaceAccount(tx, { caller, uid }, columns)
      if (status.isActive !== before.status.isActive) {
        await setActive(tx, { caller, uid }, status.isActive ? null : platform.now())
        changed.push(status.isActive ? 'enabled' : 'disabled')
      }
      if (isDeepStrictEqual(spec.roles, before.spec.roles)) return { changed }
      const given = { caller, userUid: uid, roles: spec.roles, field: 'spec.roles' }
      return { changed, ...(await setTenantRoles(tx, given)) }
    })
    sendAuditUid(reply, auditUid)
  })
}
