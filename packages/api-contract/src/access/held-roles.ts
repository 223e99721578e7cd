import { z } from 'zod'
import { objectEntitySchema } from '../shapes/object-meta.ts'

const roles = z.array(z.string().max(253)).max(50).nullish()

/** v1UserRoleUIDs, v1TeamTenantRolesUpdate. */
export const roleUidsSchema = z.object({ roles: roles.describe('Uids or names: all that are held in the tenant') })

const heldRoles = {
  roles: z.array(objectEntitySchema),
  inheritedRoles: z.array(objectEntitySchema).describe('Held by a team that the user is in'),
}

/** v1UserRolesEntity. */
export const heldRolesSchema = z.object(heldRoles)

/** v1TeamTenantRolesEntity. */
export const teamTenantRolesSchema = z.object({ roles: z.array(objectEntitySchema) })

/** v1ProjectRolesEntity. */
export const projectRolesSchema = z.object({ projects: z.array(objectEntitySchema.extend(heldRoles)) })

/** v1ProjectRolesPatch. */
export const projectRolesInputSchema = z.object({
  projects: z
    .array(z.object({ projectUid: z.string().max(64), roles: roles.describe('Uids or names; none takes all away') }))
    .max(200)
    .nullish()
    .describe('Projects that are not named stay as they are'),
})

/** v1ResourceRoles. */
export const resourceRolesSchema = z.object({
  resourceRoles: z.array(z.never()).describe('Always empty: no role here is bound to what a filter picks'),
})

/** v1ResourceRolesUpdateEntity. */
export const resourceRoleInputSchema = z.looseObject({})
export const resourceRoleParams = z.object({ uid: z.string().max(64), resourceRoleUid: z.string().max(64) })

/** v1WorkspaceScopeRoles. */
export const workspaceRolesSchema = z.object({
  projects: z.array(z.never()).describe('Always empty: there are no workspaces here'),
})

/** v1WorkspacesRolesPatch. */
export const workspaceRolesInputSchema = z.object({
  workspaces: z.array(z.looseObject({})).max(200).nullish().describe('There are none: must be empty'),
})
