import type { RolesBody } from '@waybill/api-contract'

export type Role = RolesBody['items'][number]

export const roleName = ({ metadata }: Role) => metadata.name

/** Roles for projects can also be held in the tenant, and then apply in all its projects. */
export const rolesFor = (roles: readonly Role[], scope: 'tenant' | 'project') => ({
  tenant: scope === 'tenant' ? roles.filter(({ spec }) => spec.scope === 'tenant') : [],
  project: roles.filter(({ spec }) => spec.scope === 'project'),
})
