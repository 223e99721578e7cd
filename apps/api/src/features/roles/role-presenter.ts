import type { PermissionsBody, RoleBody, RoleHoldersBody } from '@waybill/api-contract'
import { permissionsIn } from '../../platform/access/roles/roles.ts'
import { readStringMap } from '../../platform/lists/object-meta.ts'
import type { Holding } from './role-holder-repository.ts'
import type { KnownRole } from './role-service.ts'

export const toRole = ({ uid, name, scope, permissions, isBuiltIn, labels, annotations }: KnownRole): RoleBody => ({
  metadata: { uid, name, labels: readStringMap(labels), annotations: { ...readStringMap(annotations), scope } },
  spec: { permissions: [...permissions], scope, type: isBuiltIn ? 'system' : 'user' },
  status: { isEnabled: true },
})

/** The permissions that roles of each scope can have, one item per kind of resource. */
export function toPermissions(wanted: string | undefined): PermissionsBody {
  const scopes = (['tenant', 'project'] as const).filter((scope) => wanted === undefined || wanted === scope)
  return scopes.flatMap((scope) =>
    [...Map.groupBy(permissionsIn(scope), (permission) => permission.split('.')[0] ?? '')].map(
      ([name, permissions]) => ({ name, permissions, scope }),
    ),
  )
}

export function toHolders(holdings: readonly Holding[]): RoleHoldersBody {
  const of = (kind: Holding['kind']) =>
    [
      ...Map.groupBy(
        holdings.filter((held) => held.kind === kind),
        ({ uid }) => uid,
      ),
    ].map(([uid, held]) => ({
      uid,
      name: held[0]?.name ?? '',
      isInTenant: held.some(({ projectUid }) => projectUid === null),
      projects: held.flatMap(({ projectUid, projectName }) =>
        projectUid === null ? [] : [{ uid: projectUid, name: projectName ?? '' }],
      ),
    }))
  return { users: of('user'), teams: of('team') }
}
