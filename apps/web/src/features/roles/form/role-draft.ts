import type { RoleInput } from '@waybill/api-contract'
import { type Role, roleName } from '../../../shared/roles/role.ts'

/** A role as edited in the form. */
export interface RoleDraft {
  name: string
  scope: 'tenant' | 'project'
  permissions: readonly string[]
}

export const EMPTY_ROLE: RoleDraft = { name: '', scope: 'project', permissions: [] }

export const draftOf = (role: Role): RoleDraft => ({
  name: roleName(role),
  scope: role.spec.scope === 'tenant' ? 'tenant' : 'project',
  permissions: role.spec.permissions,
})

/** The request body; an existing role keeps its labels and annotations. */
export const toInput = ({ name, scope, permissions }: RoleDraft, stored: Role | null): RoleInput => ({
  metadata: {
    name: name.trim(),
    labels: stored?.metadata.labels ?? {},
    annotations: stored?.metadata.annotations ?? {},
  },
  spec: { scope, permissions: [...permissions] },
})

export const isSame = (a: RoleDraft, b: RoleDraft): boolean =>
  a.name === b.name && a.scope === b.scope && [...a.permissions].sort().join() === [...b.permissions].sort().join()
