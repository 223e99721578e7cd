import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  teamTenantRolesSchema,
  projectRolesInputSchema,
  projectRolesSchema,
  resourceRoleInputSchema,
  resourceRoleParams,
  resourceRolesSchema,
  roleUidsSchema,
  workspaceRolesInputSchema,
  workspaceRolesSchema,
} from './held-roles.ts'
import { NO_RESOURCE_ROLE, NO_RESOURCES, NO_WORKSPACES } from './refused-roles.ts'

const ofTeam = { tag: 'teams', scope: 'tenant', params: uidParams } as const
const mayGet = { ...ofTeam, method: 'GET', access: { permission: 'team.get' } } as const
const mayUpdate = { ...ofTeam, method: 'PUT', access: { permission: 'team.update' } } as const

const noResourceRole = {
  path: '/v1/teams/{uid}/resourceRoles/{resourceRoleUid}',
  summary: 'There are no roles of resources: always ResourceNotFound',
  params: resourceRoleParams,
  success: { 204: z.never().describe('Never sent') },
} as const

/** Roles that the members of one team hold. */
export const teamRoleOperations = {
  listInProjects: {
    ...mayGet,
    path: '/v1/teams/{uid}/projects',
    palette: calledByClients('v1TeamsProjectRoles'),
    summary: 'Projects of a team, with the roles that its members hold there',
    success: { 200: projectRolesSchema },
  },
  replaceInProjects: {
    ...mayUpdate,
    path: '/v1/teams/{uid}/projects',
    palette: calledByClients('v1TeamsProjectRolesPut'),
    summary: 'Sets the roles of a team in the projects that are named',
    body: projectRolesInputSchema,
    success: noContent,
  },
  listInTenant: {
    ...mayGet,
    path: '/v1/teams/{uid}/roles',
    palette: calledByClients('V1TeamsUidTenantRolesGet'),
    summary: 'Roles that the members of a team hold in the tenant',
    success: { 200: teamTenantRolesSchema },
  },
  replaceInTenant: {
    ...mayUpdate,
    path: '/v1/teams/{uid}/roles',
    palette: calledByClients('V1TeamsUidTenantRolesUpdate'),
    summary: 'Sets the roles of a team in the tenant. Refused with LastAdmin where no Tenant Admin would be left',
    body: roleUidsSchema,
    success: noContent,
  },
  listInResources: {
    ...mayGet,
    path: '/v1/teams/{uid}/resourceRoles',
    palette: calledByClients('v1TeamsUidResourceRoles'),
    summary:
      'Roles bound to resources that a filter picks: there are none, roles are held in the tenant and in projects',
    success: { 200: resourceRolesSchema },
  },
  addInResources: {
    ...mayUpdate,
    method: 'POST',
    path: '/v1/teams/{uid}/resourceRoles',
    palette: calledByClients('v1TeamsUidResourceRolesCreate', NO_RESOURCES),
    summary: 'Refused with NotSupported: roles are held in the tenant and in projects',
    body: resourceRoleInputSchema,
    success: noContent,
  },
  changeInResources: {
    ...mayUpdate,
    ...noResourceRole,
    method: 'PATCH',
    palette: calledByClients('v1TeamsResourceRolesUidUpdate', NO_RESOURCE_ROLE),
    body: resourceRoleInputSchema,
  },
  removeInResources: {
    ...mayUpdate,
    ...noResourceRole,
    method: 'DELETE',
    palette: calledByClients('v1TeamsUidResourceRolesUidDelete', NO_RESOURCE_ROLE),
  },
  listInWorkspaces: {
    ...mayGet,
    path: '/v1/workspaces/teams/{uid}/roles',
    palette: calledByClients('v1TeamsWorkspaceGetRoles'),
    summary: 'Roles in workspaces of clusters: there are no workspaces',
    success: { 200: workspaceRolesSchema },
  },
  replaceInWorkspaces: {
    ...mayUpdate,
    path: '/v1/workspaces/teams/{uid}/roles',
    palette: calledByClients('v1TeamsWorkspaceRolesPut'),
    summary: `Does nothing when it names no workspace, as clients send it; else refused: ${NO_WORKSPACES}`,
    body: workspaceRolesInputSchema,
    success: noContent,
  },
} as const satisfies Operations
