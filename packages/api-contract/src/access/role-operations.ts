import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { created, noContent } from '../operation/success.ts'
import { wholeListQuerySchema } from '../shapes/list-query.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  featuresSchema,
  permissionsQuerySchema,
  permissionsSchema,
  roleCloneSchema,
  roleHoldersSchema,
  roleInputSchema,
  roleSchema,
  rolesSchema,
  systemFeaturesSchema,
} from './roles.ts'

const shared = { tag: 'roles', scope: 'tenant' } as const
const mayList = { ...shared, access: { permission: 'role.list' } } as const

/** Roles, and the permissions that they consist of. */
export const roleOperations = {
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/roles',
    palette: calledByClients('v1RolesList'),
    summary: 'Roles that can be held in the tenant or a project',
    query: wholeListQuerySchema,
    success: { 200: rolesSchema },
  },
  /** Refusal: `RoleExists`, `GrantExceedsOwn`. */
  create: {
    ...shared,
    method: 'POST',
    path: '/v1/roles',
    palette: calledByClients('v1RolesCreate'),
    summary: 'Makes a role of the tenant’s own. Nobody gives more than they may do themselves: GrantExceedsOwn',
    access: { permission: 'role.create' },
    body: roleInputSchema,
    success: created,
  },
  get: {
    ...shared,
    method: 'GET',
    path: '/v1/roles/{uid}',
    palette: calledByClients('v1RolesUidGet'),
    summary: 'One role with its permissions',
    access: { permission: 'role.get' },
    params: uidParams,
    success: { 200: roleSchema },
  },
  /** Refusal: `RoleExists`, `RoleBuiltIn`, `RoleHeldInProjects`, `GrantExceedsOwn`. */
  replace: {
    ...shared,
    method: 'PUT',
    path: '/v1/roles/{uid}',
    palette: calledByClients('v1RolesUidUpdate'),
    summary: 'Changes a role for all who hold it, at once. Built-in roles are refused with RoleBuiltIn',
    access: { permission: 'role.update' },
    params: uidParams,
    body: roleInputSchema,
    success: noContent,
  },
  /** Refusal: `RoleBuiltIn`, `ResourceNotFound`. */
  remove: {
    ...shared,
    method: 'DELETE',
    path: '/v1/roles/{uid}',
    palette: calledByClients('v1RolesUidDelete'),
    summary: 'Deletes a role, and takes it from all who hold it. Built-in roles are refused with RoleBuiltIn',
    access: { permission: 'role.delete' },
    params: uidParams,
    success: noContent,
  },
  clone: {
    ...shared,
    method: 'POST',
    path: '/v1/roles/{uid}/clone',
    palette: documentedOnly('v1RolesClone'),
    summary: 'Makes a role that allows the same as another, built in or not',
    access: { permission: 'role.create' },
    params: uidParams,
    body: roleCloneSchema,
    success: created,
  },
  listHolders: {
    ...shared,
    method: 'GET',
    path: '/v1/console/roles/{uid}/holders',
    summary: 'Who holds a role, and where',
    access: { permission: 'role.get' },
    params: uidParams,
    success: { 200: roleHoldersSchema },
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
