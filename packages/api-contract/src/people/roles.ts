import { z } from 'zod'
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
    type: z.enum(['system', 'user']),
  }),
  status: z.object({ isEnabled: z.boolean() }),
})

/** v1Roles. */
export const rolesSchema = z.object({ items: z.array(roleSchema), listmeta: listMetaSchema })

/** Not `uid`, which is of things that tenants keep. */
export const roleParams = z.object({ roleUid: z.string().max(64) })

/** v1SystemFeatures. */
export const systemFeaturesSchema = z.object({ items: z.array(z.never()) })

/** v1Role as the body of creating one. */
export const roleInputSchema = z.looseObject({}).nullish()

export const permissionsQuerySchema = z.object({
  scope: scope.optional().describe('Where they may be held; absent is everywhere'),
})

/** v1Permissions: what may be held in a scope, one item a kind of thing. */
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

export type RolesBody = z.infer<typeof rolesSchema>
export type PermissionsBody = z.infer<typeof permissionsSchema>
