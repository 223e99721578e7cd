import type { PermissionsBody, RolesBody } from '@waybill/api-contract'
import { ALL_ROLES, type RoleOfTable } from '../../platform/access/roles.ts'

export const toRole = ({ uid, name, scope, permissions }: RoleOfTable): RolesBody['items'][number] => ({
  metadata: { uid, name, labels: {}, annotations: { scope } },
  spec: { permissions: [...permissions], scope, type: 'system' },
  status: { isEnabled: true },
})

type Scope = RoleOfTable['scope']

/** What roles of each scope can allow, one item a kind of thing. */
export function permissionsIn(wanted: string | undefined): PermissionsBody {
  const scopes = (['tenant', 'project'] as const).filter((scope) => wanted === undefined || wanted === scope)
  return scopes.flatMap((scope) =>
    [...Map.groupBy(permissionsOfScope(scope), (permission) => permission.split('.')[0] ?? '')].map(
      ([name, permissions]) => ({ name, permissions, scope }),
    ),
  )
}

const permissionsOfScope = (scope: Scope): string[] =>
  [...new Set(ALL_ROLES.filter((role) => role.scope === scope).flatMap(({ permissions }) => permissions))].toSorted()
