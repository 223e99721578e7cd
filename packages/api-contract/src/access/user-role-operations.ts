import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  heldRolesSchema,
  projectRolesInputSchema,
  projectRolesSchema,
  resourceRoleInputSchema,
  resourceRoleParams,
  resourceRolesSchema,
  roleUidsSchema,
  workspaceRolesInputSchema,
  workspaceRolesSchema,
} from './held-roles.ts'
import { personAccessSchema } from './person-access.ts'
import { NO_RESOURCE_ROLE, NO_RESOURCES, NO_WORKSPACES } from './refused-roles.ts'

const ofUser = { tag: 'users', scope: 'tenant', params: uidParams } as const
const mayGet = { ...ofUser, method: 'GET', access: { permission: 'user.get' } } as const
const mayUpdate = { ...ofUser, method: 'PUT', access: { permission: 'user.update' } } as const

const noResourceRole = {
  path: '/v1/users/{uid}/resourceRoles/{resourceRoleUid}',
  summary: 'There are no roles of resources: always ResourceNotFound',
  params: resourceRoleParams,
  success: { 204: z.never().describe('Never sent') },
} as const

/** Roles that one user holds. */
export const userRoleOperations = {
  listInProjects: {
    ...mayGet,
    path: '/v1/users/{uid}/projects',
    palette: calledByClients('v1UsersProjectRoles'),
    summary: 'Projects of a user, with the roles held there directly and by teams',
    success: { 200: projectRolesSchema },
  },
  replaceInProjects: {
    ...mayUpdate,
    path: '/v1/users/{uid}/projects',
    palette: calledByClients('v1UsersProjectRolesPut'),
    summary: 'Sets the roles of a user in the projects that are named',
    body: projectRolesInputSchema,
    success: noContent,
  },
  listInTenant: {
    ...mayGet,
    path: '/v1/users/{uid}/roles',
    palette: calledByClients('v1UsersUidRoles'),
    summary: 'Roles that a user holds in the tenant, directly and by teams',
    success: { 200: heldRolesSchema },
  },
  replaceInTenant: {
    ...mayUpdate,
    path: '/v1/users/{uid}/roles',
    palette: calledByClients('v1UsersUidRolesUpdate'),
    summary: 'Sets the roles of a user in the tenant. Refused with LastAdmin for the only Tenant Admin',
    body: roleUidsSchema,
    success: noContent,
  },
  getAccess: {
    ...mayGet,
    path: '/v1/console/users/{uid}/access',
    summary: 'What a user may do where, and which role allows it: held directly or by a team',
    success: { 200: personAccessSchema },
  },
  listInResources: {
    ...mayGet,
    path: '/v1/users/{uid}/resourceRoles',
    palette: calledByClients('v1UsersUidResourceRoles'),
    summary:
      'Roles bound to resources that a filter picks: there are none, roles are held in the tenant and in projects',
    success: { 200: resourceRolesSchema },
  },
  addInResources: {
    ...mayUpdate,
    method: 'POST',
    path: '/v1/users/{uid}/resourceRoles',
    palette: calledByClients('v1UsersUidResourceRolesCreate', NO_RESOURCES),
    summary: 'Refused with NotSupported: roles are held in the tenant and in projects',
    body: resourceRoleInputSchema,
    success: noContent,
  },
  changeInResources: {
    ...mayUpdate,
    ...noResourceRole,
    method: 'PATCH',
    palette: calledByClients('v1UsersResourceRolesUidUpdate', NO_RESOURCE_ROLE),
    body: resourceRoleInputSchema,
  },
  removeInResources: {
    ...mayUpdate,
    ...noResourceRole,
    method: 'DELETE',
    palette: calledByClients('v1UsersUidResourceRolesUidDelete', NO_RESOURCE_ROLE),
  },
  listInWorkspaces: {
    ...mayGet,
    path: '/v1/workspaces/users/{uid}/roles',
    palette: calledByClients('v1UsersWorkspaceGetRoles'),
    summary: 'Roles in workspaces of clusters: there are no workspaces',
    success: { 200: workspaceRolesSchema },
  },
  replaceInWorkspaces: {
    ...mayUpdate,
    path: '/v1/workspaces/users/{uid}/roles',
    palette: calledByClients('v1UsersWorkspaceRolesPut'),
    summary: `Does nothing when it names no workspace, as clients send it; else refused: ${NO_WORKSPACES}`,
    body: workspaceRolesInputSchema,
    success: noContent,
  },
} as const satisfies Operations
