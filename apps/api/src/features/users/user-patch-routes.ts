import { patchedUserSchema } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { applyPatch, PatchFault, type PatchStep } from './json-patch.ts'
import { readRoles } from './read-roles.ts'
import { changeUser, setActive, setRoles, updateUser } from './user-account-repository.ts'
import { getUser } from './user-list-repository.ts'
import { toUser } from './user-presenter.ts'

interface UserPatchRoutesOptions {
  platform: Pick<Platform, 'now'>
}

/** Users changed as Palette's own console does it. */
export const userPatchRoutes: FastifyPluginAsync<UserPatchRoutesOptions> = async (app, { platform }) => {
  route(app, operations.accounts.patch, async ({ tenantDb, caller, params: { uid }, body }) => {
    await changeUser(tenantDb, { caller, uid, action: 'update', what: 'account' }, async (tx) => {
      const before = toUser(await getUser(tx, uid))
      const { metadata, spec, status } = patchedUser(before, body)
      const names = { firstName: spec.firstName ?? '', lastName: spec.lastName ?? '' }
      await updateUser(tx, uid, { email: spec.emailId.toLowerCase(), ...names, meta: metadata })
      if (!isDeepStrictEqual(spec.roles, before.spec.roles)) {
        const roles = readRoles(spec.roles, { scope: 'tenant', field: 'spec.roles' })
        await setRoles(tx, uid, { scopeUid: tx.$tenantUid, roles })
      }
      if (status.isActive !== before.status.isActive) {
        await setActive(tx, uid, status.isActive ? null : platform.now())
      }
    })
  })

  route(app, operations.accounts.listResourceRoles, async ({ tenantDb, params }) => {
    await getUser(tenantDb, params.uid)
    return { resourceRoles: [] }
  })

  route(app, operations.accounts.addResourceRole, async ({ tenantDb, params }) => {
    await getUser(tenantDb, params.uid)
    throw new AppError('NotSupported')
  })

  for (const operation of [operations.accounts.changeResourceRole, operations.accounts.removeResourceRole]) {
    route(app, operation, async () => {
      throw new AppError('ResourceNotFound')
    })
  }
}

/** @throws AppError InvalidRequest that names the place. */
function patchedUser(user: ReturnType<typeof toUser>, steps: readonly PatchStep[]) {
  const patched = patchedUserSchema.safeParse(patch(user, steps))
  if (patched.success) return patched.data
  throw new AppError('InvalidRequest', { params: { field: patched.error.issues[0]?.path.join('.') ?? '' } })
}

function patch(user: object, steps: readonly PatchStep[]): unknown {
  try {
    return applyPatch(user, steps)
  } catch (error) {
    if (!(error instanceof PatchFault)) throw error
    throw new AppError('InvalidRequest', { params: { field: error.path }, cause: error })
  }
}
