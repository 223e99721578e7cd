import type { ProjectInput } from '@waybill/api-contract'
import { AppError } from '../../platform/http/errors/app-error.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { findRole } from '../../platform/access/roles.ts'
import type { Member } from './project-service.ts'

/**
 * Who is to hold which roles in a project; undefined where the body does not say.
 *
 * @throws AppError Forbidden without user.update, InvalidRequest for a role that no project has, NotSupported for teams.
 */
export function readMembers(caller: Caller, { spec }: ProjectInput): Member[] | undefined {
  if (spec?.teams?.length) throw new AppError('NotSupported', { params: { field: 'spec.teams' } })
  if (!spec?.users) return undefined
  if (!caller.tenantPermissions.has('user.update')) throw new AppError('Forbidden')
  return spec.users.flatMap(({ userId, roles }, user) =>
    (roles ?? []).map((given, index) => {
      const role = findRole(given, 'project')
      if (!role) throw new AppError('InvalidRequest', { params: { field: `spec.users.${user}.roles.${index}` } })
      return { userUid: userId, role: role.name }
    }),
  )
}
