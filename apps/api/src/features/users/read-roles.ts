import { AppError } from '../../platform/http/errors/app-error.ts'
import { findRole } from '../../platform/access/roles.ts'

interface Place {
  scope: 'tenant' | 'project'
  /** Of the request, for the refusal. */
  field: string
}

/**
 * Names of roles that a request gives by uid or name.
 *
 * @throws AppError InvalidRequest for one that cannot be held in that scope.
 */
export const readRoles = (given: readonly string[] | null | undefined, { scope, field }: Place): string[] =>
  (given ?? []).map((uidOrName, index) => {
    const role = findRole(uidOrName, scope)
    if (!role) throw new AppError('InvalidRequest', { params: { field: `${field}.${index}` } })
    return role.name
  })
