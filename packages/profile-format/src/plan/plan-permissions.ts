import { errorAt } from '../problems/problem-at.ts'
import type { ImportFacts } from './import-plan.ts'
import type { Problem } from '../problems/problems.ts'

/** Checks the permissions of an import: `clusterProfile.create`, and `clusterProfile.publish` to publish as well. */
export function checkPermissions(
  publish: boolean,
  { permissions, scope }: Pick<ImportFacts, 'permissions' | 'scope'>,
): Problem[] {
  const needed = publish ? ['clusterProfile.create', 'clusterProfile.publish'] : ['clusterProfile.create']
  return needed
    .filter((permission) => !permissions.includes(permission))
    .map((permission) => errorAt('', 'PermissionMissing', { permission, scope: scope.kind }))
}
