import type { Operations } from '../operation/operation.ts'
import { calledByClients } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import { heldRolesSchema, projectRolesInputSchema, projectRolesSchema, roleUidsSchema } from './held-roles.ts'
import { personAccessSchema } from './person-access.ts'
import { unboundRoleOperations } from './unbound-role-operations.ts'

const ofUser = { tag: 'users', scope: 'tenant', params: uidParams } as const
const mayGet = { ...ofUser, method: 'GET', access: { permission: 'user.get' } } as const
const mayUpdate = { ...ofUser, method: 'PUT', access: { permission: 'user.update' } } as const

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
  /** Refusal: `LastAdmin`. */
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
  ...unboundRoleOperations({
    tag: 'users',
    get: 'user.get',
    update: 'user.update',
    names: {
      listResources: 'v1UsersUidResourceRoles',
      addResource: 'v1UsersUidResourceRolesCreate',
      changeResource: 'v1UsersResourceRolesUidUpdate',
      removeResource: 'v1UsersUidResourceRolesUidDelete',
      listWorkspaces: 'v1UsersWorkspaceGetRoles',
      replaceWorkspaces: 'v1UsersWorkspaceRolesPut',
    },
  }),
} as const satisfies Operations
