import type { RolesBody } from '@waybill/api-contract'

export type Role = RolesBody['items'][number]

export const roleName = ({ metadata }: Role) => metadata.name

/** Roles of projects can be held in the tenant too, and count in all its projects then. */
export const rolesFor = (roles: readonly Role[], scope: 'tenant' | 'project') => ({
  tenant: scope === 'tenant' ? roles.filter(({ spec }) => spec.scope === 'tenant') : [],
  project: roles.filter(({ spec }) => spec.scope === 'project'),
})
