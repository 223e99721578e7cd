import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { created, noContent } from '../operation/success.ts'
import { listQuerySchema } from '../shapes/list-query.ts'
import {
  featuresSchema,
  permissionsQuerySchema,
  permissionsSchema,
  roleInputSchema,
  roleParams,
  roleSchema,
  rolesSchema,
  systemFeaturesSchema,
} from './roles.ts'

const shared = { tag: 'roles', scope: 'tenant' } as const
const mayList = { ...shared, access: { permission: 'role.list' } } as const

const OF_SYSTEM = { code: 'NotSupported', reason: 'The roles are those of the system' } as const
const ofSystem = { ...shared, summary: 'Refused with NotSupported: the roles are those of the system' } as const

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
    ...ofSystem,
    method: 'POST',
    path: '/v1/roles',
    palette: documentedOnly('v1RolesCreate', OF_SYSTEM),
    access: { permission: 'role.create' },
    body: roleInputSchema,
    success: created,
  },
  get: {
    ...shared,
    method: 'GET',
    path: '/v1/roles/{roleUid}',
    palette: documentedOnly('v1RolesUidGet'),
    summary: 'One role with its permissions',
    access: { permission: 'role.get' },
    params: roleParams,
    success: { 200: roleSchema },
  },
  replace: {
    ...ofSystem,
    method: 'PUT',
    path: '/v1/roles/{roleUid}',
    palette: documentedOnly('v1RolesUidUpdate', OF_SYSTEM),
    access: { permission: 'role.update' },
    params: roleParams,
    body: roleInputSchema,
    success: noContent,
  },
  remove: {
    ...ofSystem,
    method: 'DELETE',
    path: '/v1/roles/{roleUid}',
    palette: documentedOnly('v1RolesUidDelete', OF_SYSTEM),
    access: { permission: 'role.delete' },
    params: roleParams,
    success: noContent,
  },
  clone: {
    ...ofSystem,
    method: 'POST',
    path: '/v1/roles/{roleUid}/clone',
    palette: documentedOnly('v1RolesClone', OF_SYSTEM),
    access: { permission: 'role.create' },
    params: roleParams,
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
  listSystemFeatures: {
    ...shared,
    method: 'GET',
    path: '/v1/users/system/features',
    palette: documentedOnly('v1UsersSystemFeature'),
    summary: 'Features of the system that can be switched: there are none, everything is on',
    access: 'signed-in',
    success: { 200: systemFeaturesSchema },
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
