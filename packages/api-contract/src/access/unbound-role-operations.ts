import { z } from 'zod'
import { calledByClients } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  resourceRoleInputSchema,
  resourceRoleParams,
  resourceRolesSchema,
  workspaceRolesInputSchema,
  workspaceRolesSchema,
} from './held-roles.ts'
import { NO_RESOURCE_ROLE, NO_RESOURCES, NO_WORKSPACES } from './refused-roles.ts'

const noResource = {
  summary: 'There are no roles of resources: always ResourceNotFound',
  params: resourceRoleParams,
  success: { 204: z.never().describe('Never sent') },
} as const

interface Holders<Tag extends string, Get extends string, Update extends string> {
  tag: Tag
  /** The permissions that the operations require. */
  get: Get
  update: Update
  /** The names of the six operations in Palette's specification. */
  names: {
    listResources: string
    addResource: string
    changeResource: string
    removeResource: string
    listWorkspaces: string
    replaceWorkspaces: string
  }
}

/**
 * Roles of users and teams bound to resources and workspaces: clients call these operations, but there are no such
 * roles here.
 */
export function unboundRoleOperations<const T extends string, const G extends string, const U extends string>(
  holders: Holders<T, G, U>,
) {
  const { tag, get, update, names } = holders
  const ofHolder = { tag, scope: 'tenant', params: uidParams } as const
  const mayGet = { ...ofHolder, method: 'GET', access: { permission: get } } as const
  const mayUpdate = { ...ofHolder, access: { permission: update } } as const
  const resource = { ...mayUpdate, ...noResource, path: `/v1/${tag}/{uid}/resourceRoles/{resourceRoleUid}` } as const
  return {
    listInResources: {
      ...mayGet,
      path: `/v1/${tag}/{uid}/resourceRoles`,
      palette: calledByClients(names.listResources),
      summary:
        'Roles bound to resources that a filter picks: there are none, roles are held in the tenant and in projects',
      success: { 200: resourceRolesSchema },
    },
    addInResources: {
      ...mayUpdate,
      path: `/v1/${tag}/{uid}/resourceRoles`,
      method: 'POST',
      palette: calledByClients(names.addResource, NO_RESOURCES),
      summary: 'Refused with NotSupported: roles are held in the tenant and in projects',
      body: resourceRoleInputSchema,
      success: noContent,
    },
    changeInResources: {
      ...resource,
      method: 'PATCH',
      palette: calledByClients(names.changeResource, NO_RESOURCE_ROLE),
      body: resourceRoleInputSchema,
    },
    removeInResources: {
      ...resource,
      method: 'DELETE',
      palette: calledByClients(names.removeResource, NO_RESOURCE_ROLE),
    },
    listInWorkspaces: {
      ...mayGet,
      path: `/v1/workspaces/${tag}/{uid}/roles`,
      palette: calledByClients(names.listWorkspaces),
      summary: 'Roles in workspaces of clusters: there are no workspaces',
      success: { 200: workspaceRolesSchema },
    },
    replaceInWorkspaces: {
      ...mayUpdate,
      path: `/v1/workspaces/${tag}/{uid}/roles`,
      method: 'PUT',
      palette: calledByClients(names.replaceWorkspaces),
      summary: `Does nothing when it names no workspace, as clients send it; else refused: ${NO_WORKSPACES}`,
      body: workspaceRolesInputSchema,
      success: noContent,
    },
  } as const
}
