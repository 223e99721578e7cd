/** Why roles that are bound to what a filter picks are refused. */
export const NO_RESOURCES = {
  code: 'NotSupported',
  reason: 'Roles are held in the tenant and in projects, never in what a filter picks',
} as const

/** Why there is none to change. */
export const NO_RESOURCE_ROLE = { code: 'ResourceNotFound', reason: 'There are no roles of resources' } as const

/** Why roles in workspaces are refused. */
export const NO_WORKSPACES = 'roles are held in the tenant and in projects, and there are no workspaces'
