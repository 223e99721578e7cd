import type { Operations } from '../../operation/operation.ts'
import { calledByClients } from '../../operation/palette.ts'
import { noContent } from '../../operation/success.ts'
import { uidParams } from '../../shapes/uid.ts'
import { teamTenantRolesSchema, projectRolesInputSchema, projectRolesSchema, roleUidsSchema } from '../held-roles.ts'
import { unboundRoleOperations } from '../unbound-role-operations.ts'

const ofTeam = { tag: 'teams', scope: 'tenant', params: uidParams } as const
const mayGet = { ...ofTeam, method: 'GET', access: { permission: 'team.get' } } as const
const mayUpdate = { ...ofTeam, method: 'PUT', access: { permission: 'team.update' } } as const

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
  /** Refusal: `LastAdmin`, `GrantExceedsOwn`. */
  replaceInTenant: {
    ...mayUpdate,
    path: '/v1/teams/{uid}/roles',
    palette: calledByClients('V1TeamsUidTenantRolesUpdate'),
    summary: 'Sets the roles of a team in the tenant. Refused with LastAdmin where no Tenant Admin would be left',
    body: roleUidsSchema,
    success: noContent,
  },
  ...unboundRoleOperations({
    tag: 'teams',
    get: 'team.get',
    update: 'team.update',
    names: {
      listResources: 'v1TeamsUidResourceRoles',
      addResource: 'v1TeamsUidResourceRolesCreate',
      changeResource: 'v1TeamsResourceRolesUidUpdate',
      removeResource: 'v1TeamsUidResourceRolesUidDelete',
      listWorkspaces: 'v1TeamsWorkspaceGetRoles',
      replaceWorkspaces: 'v1TeamsWorkspaceRolesPut',
    },
  }),
} as const satisfies Operations
