import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { created } from '../operation/success.ts'
import { listQuerySchema } from '../shapes/list-query.ts'
import { featuresSchema, permissionsQuerySchema, permissionsSchema, roleInputSchema, rolesSchema } from './roles.ts'

const shared = { tag: 'roles', scope: 'tenant' } as const
const mayList = { ...shared, access: { permission: 'role.list' } } as const

/** Roles, and the permissions that they are made of. */
export const roleOperations = {
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/roles',
    palette: documentedOnly('v1RolesList'),
    summary: 'Roles that can be held in the tenant or a project',
    query: listQuerySchema,
    success: { 200: rolesSchema },
  },
  create: {
    ...shared,
    method: 'POST',
    path: '/v1/roles',
    palette: documentedOnly('v1RolesCreate', { code: 'NotSupported', reason: 'The roles are those of the system' }),
    summary: 'Refused with NotSupported: the roles are those of the system',
    access: { permission: 'role.create' },
    body: roleInputSchema,
    success: created,
  },
  listPermissions: {
    ...mayList,
    method: 'GET',
    path: '/v1/permissions',
    palette: documentedOnly('v1PermissionsList'),
    summary: 'What roles can allow, by scope and kind of thing',
    query: permissionsQuerySchema,
    success: { 200: permissionsSchema },
  },
  listFeatures: {
    ...shared,
    method: 'GET',
    path: '/v1/features',
    palette: documentedOnly('v1FeaturesList'),
    summary: 'Features that can be switched on for a tenant: there are none, everything is on',
    access: 'signed-in',
    success: { 200: featuresSchema },
  },
} as const satisfies Operations
