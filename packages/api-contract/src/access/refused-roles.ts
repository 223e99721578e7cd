/** Why roles bound to the resources of a filter are refused. */
export const NO_RESOURCES = {
  code: 'NotSupported',
  reason: 'Roles are held in the tenant and in projects, never in what a filter picks',
} as const

/** Why no such role can be changed. */
export const NO_RESOURCE_ROLE = { code: 'ResourceNotFound', reason: 'There are no roles of resources' } as const

/** Why roles in workspaces are refused. */
export const NO_WORKSPACES = 'roles are held in the tenant and in projects, and there are no workspaces'
