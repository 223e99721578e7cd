import { z } from 'zod'
import { objectEntitySchema, objectMetaInputSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const scope = z.enum(['system', 'tenant', 'project', 'resource'])
const name = z.object({ uid: z.string(), name: z.string() })

/** v1Role. */
export const roleSchema = z.object({
  metadata: name.extend({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.object({
    permissions: z.array(z.string()),
    scope,
    type: z.enum(['system', 'user']).describe('system for those that are built in'),
  }),
  status: z.object({ isEnabled: z.boolean() }),
})

/** v1Roles. */
export const rolesSchema = z.object({ items: z.array(roleSchema), listmeta: listMetaSchema })

/** v1SystemFeatures. */
export const systemFeaturesSchema = z.object({ items: z.array(z.never()) })

/** v1Role as the body of creating and replacing one. */
export const roleInputSchema = z
  .object({
    metadata: objectMetaInputSchema,
    spec: z.object({
      permissions: z.array(z.string().max(64)).max(200).nullish().describe('As GET /v1/permissions names them'),
      scope: scope
        .nullish()
        .describe(
          'Where it may be held: tenant, or project, which a role for all projects is too; absent is project. The others are refused with NotSupported',
        ),
      type: z.enum(['system', 'user']).nullish().describe('Accepted but ignored: roles created here are always user'),
    }),
  })
  .meta({
    examples: [
      {
        metadata: { name: 'Release manager' },
        spec: {
          permissions: ['clusterProfile.get', 'clusterProfile.list', 'clusterProfile.publish'],
          scope: 'project',
        },
      },
    ],
  })

/** v1RoleClone. */
export const roleCloneSchema = z.object({ metadata: objectMetaInputSchema.pick({ name: true }) })

export const permissionsQuerySchema = z.object({
  scope: scope.optional().describe('Where they may be held; absent is everywhere'),
})

/** v1Permissions: the permissions that exist in a scope, one item per resource. */
export const permissionsSchema = z.array(z.object({ name: z.string(), permissions: z.array(z.string()), scope }))

/** v1Features. */
export const featuresSchema = z.object({
  items: z.array(
    z.object({
      metadata: name,
      spec: z.object({ key: z.string(), description: z.string(), docLink: z.string() }),
    }),
  ),
})

const holder = objectEntitySchema.extend({
  projects: z.array(objectEntitySchema).describe('The projects in which it is held, in addition to the tenant'),
  isInTenant: z.boolean(),
})

/** The holders of a role, who are affected when it is changed or deleted. */
export const roleHoldersSchema = z
  .object({
    users: z.array(holder).describe('Who hold it directly'),
    teams: z.array(holder),
  })
  .meta({
    examples: [
      {
        users: [{ uid: '64ea8e2c3040297344b1c0aa', name: 'Ada Miller', projects: [], isInTenant: true }],
        teams: [
          {
            uid: '64ea8e2c3040297344b1c0bb',
            name: 'Payments',
            projects: [{ uid: '5e2031962f090e2d3d8a3290', name: 'Default' }],
            isInTenant: false,
          },
        ],
      },
    ],
  })

export type RoleBody = z.infer<typeof roleSchema>
export type RolesBody = z.infer<typeof rolesSchema>
export type RoleInput = z.infer<typeof roleInputSchema>
export type RoleHoldersBody = z.infer<typeof roleHoldersSchema>
export type PermissionsBody = z.infer<typeof permissionsSchema>
