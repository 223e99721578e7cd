import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Contents } from './project-repository.ts'

/** Whether the caller may delete a project's content: permission to delete projects alone does not include it. */
export const mayDeleteContents = ({ permissions }: Caller, { profiles, macros }: Contents): boolean =>
  (profiles === 0 || permissions.has('clusterProfile.delete')) && (macros === 0 || permissions.has('macro.delete'))

/** Members of a project are shown to callers who may see users, or teams, everywhere. */
export const maySeeMembers = (
  { tenantPermissions }: Pick<Caller, 'tenantPermissions'>,
  kind: 'user' | 'team',
): boolean => tenantPermissions.has(`${kind}.list`)

/** @throws AppError Forbidden */
export function checkMayChangeMembers({ tenantPermissions }: Caller, kind: 'user' | 'team'): void {
  if (!tenantPermissions.has(`${kind}.update`)) throw new AppError('Forbidden')
}
