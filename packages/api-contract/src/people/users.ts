import { z } from 'zod'
import { filterStringSchema, listSortSchema } from '../shapes/list-filters.ts'
import { objectEntitySchema, objectMetaInputSchema, objectMetaSchema } from '../shapes/object-meta.ts'
import { listMetaSchema } from '../shapes/paging.ts'

const text = z.string().max(253)

/** v1UserEntity. */
export const userInputSchema = z.object({
  metadata: objectMetaInputSchema.extend({ name: z.string().max(253).nullish() }).nullish(),
  spec: z.object({
    emailId: z.email().max(320),
    firstName: text.nullish(),
    lastName: text.nullish(),
    loginMode: text.nullish().describe('Taken and not looked at'),
    roles: z.array(text).max(50).nullish().describe('Uids or names of roles in the tenant'),
    teams: z.array(text).max(50).nullish().describe('Uids of teams that the user is to be in'),
  }),
})

const userStatus = z.object({
  activationLink: z.string().describe('Always empty: a link is shown once, to the person who creates it'),
  isActive: z.boolean(),
  isPasswordResetting: z.boolean().describe('Whether a link by which the password can be set is waiting to be used'),
})

/** v1User. */
export const userSchema = z.object({
  metadata: objectMetaSchema,
  spec: z.object({
    emailId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    roles: z.array(z.string()).describe('Uids of the roles held in the tenant'),
  }),
  status: userStatus,
})

/** v1Users. */
export const usersSchema = z.object({ items: z.array(userSchema), listmeta: listMetaSchema })

/** v1UsersMetadata. */
export const usersMetadataSchema = z.object({
  items: z.array(z.object({ uid: z.string(), name: z.string(), emailId: z.string() })),
})

/** v1UsersSummarySpec. */
export const usersFilterSchema = z.strictObject({
  filter: z.strictObject({ emailId: filterStringSchema, name: filterStringSchema }).nullish(),
  sort: listSortSchema(['name', 'creationTimestamp']),
})

/** v1UsersSummaryList: without paging. */
export const usersSummarySchema = z.object({
  items: z.array(
    z.object({
      metadata: objectMetaSchema,
      spec: z.object({
        emailId: z.string(),
        firstName: z.string(),
        lastName: z.string(),
        projects: z.array(objectEntitySchema),
        projectsCount: z.int(),
        roles: z.array(objectEntitySchema).describe('Roles held in the tenant'),
        teams: z.array(objectEntitySchema),
      }),
      status: userStatus,
    }),
  ),
})

export type UsersBody = z.infer<typeof usersSchema>
export type UsersSummaryBody = z.infer<typeof usersSummarySchema>
