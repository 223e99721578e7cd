import { z } from 'zod'
import { objectMetaInputSchema } from '../shapes/object-meta.ts'

const text = z.string().max(253)
const roles = z.array(text).max(50).nullish()

/** v1UserUpdateEntity. */
export const userUpdateSchema = z.object({
  metadata: objectMetaInputSchema.extend({ name: text.nullish() }).nullish(),
  spec: z.object({
    emailId: z.email().max(320),
    firstName: text.nullish(),
    lastName: text.nullish(),
    roles: roles.describe('Uids or names of roles in the tenant; left as they are where it is absent'),
  }),
})

export const userStateSchema = z.object({ isActive: z.boolean() })

/** The required form of a user after a patch. */
export const patchedUserSchema = z.object({
  metadata: objectMetaInputSchema.pick({ labels: true, annotations: true }),
  spec: z.object({
    emailId: z.email().max(320),
    firstName: text.optional(),
    lastName: text.optional(),
    roles: z.array(text).max(50).optional(),
  }),
  status: z.object({ isActive: z.boolean() }),
})
