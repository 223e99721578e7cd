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
import { readRoles } from '../roles/index.ts'
import { setRoles } from './roles/user-role-repository.ts'
import { changeUser, setActive, updateUser } from './user-account-repository.ts'
import { getUser } from './user-list-repository.ts'
import { toUser } from './user-presenter.ts'

interface UserPatchRoutesOptions {
  platform: Pick<Platform, 'now'>
}

/** Users changed as Palette's own console does it. */
export const userPatchRoutes: FastifyPluginAsync<UserPatchRoutesOptions> = async (app, { platform }) => {
  route(app, operations.accounts.patch, async ({ tenantDb, caller, params: { uid }, body }, reply) => {
    const change = { caller, uid, action: 'update', what: 'account' } as const
    const auditUid = await changeUser(tenantDb, change, async (tx) => {
      const before = toUser(await getUser(tx, uid))
      const { metadata, spec, status } = patchDocument(patchedUserSchema, before, body)
      const names = readPersonNames(spec)
      const columns = { email: foldEmail(spec.emailId), ...names, meta: metadata }
      const { changed } = await updateUser(tx, { caller, uid }, columns)
      if (status.isActive !== before.status.isActive) {
        await setActive(tx, { caller, uid }, status.isActive ? null : platform.now())
        changed.push(status.isActive ? 'enabled' : 'disabled')
      }
      if (isDeepStrictEqual(spec.roles, before.spec.roles)) return { changed }
      const roles = await readRoles(tx, spec.roles, { scope: 'tenant', field: 'spec.roles' })
      return { changed, ...(await setRoles(tx, { caller, userUid: uid, scopeUid: tx.$tenantUid, roles })) }
    })
    sendAuditUid(reply, auditUid)
  })
}
