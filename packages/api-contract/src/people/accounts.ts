import { z } from 'zod'
import { objectEntitySchema, objectMetaInputSchema } from '../shapes/object-meta.ts'

const text = z.string().max(253)
const roles = z.array(text).max(50).nullish()
const newPassword = z.string().min(12).max(1_024).describe('12 characters or more')

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

/** v1UserRoleUIDs. */
export const userRoleUidsSchema = z.object({ roles: roles.describe('Uids or names: all that are held in the tenant') })

const heldRoles = {
  roles: z.array(objectEntitySchema),
  inheritedRoles: z.array(objectEntitySchema).describe('Always empty: there are no teams here'),
}

/** v1UserRolesEntity. */
export const userRolesSchema = z.object(heldRoles)

/** v1ProjectRolesEntity. */
export const userProjectsSchema = z.object({ projects: z.array(objectEntitySchema.extend(heldRoles)) })

/** v1ProjectRolesPatch. */
export const userProjectsInputSchema = z.object({
  projects: z
    .array(z.object({ projectUid: z.string().max(64), roles: roles.describe('Uids or names; none takes all away') }))
    .max(200)
    .nullish()
    .describe('Projects that are not named stay as they are'),
})

export const userStateSchema = z.object({ isActive: z.boolean() })

/** v1UserPatch: JSON Patch (RFC 6902) on what `GET` answers. */
export const userPatchSchema = z
  .array(
    z.object({
      op: z.enum(['add', 'remove', 'replace', 'move', 'copy']),
      path: z.string().max(1_024),
      from: z.string().max(1_024).nullish(),
      value: z.unknown().optional(),
    }),
  )
  .max(100)
  .meta({ examples: [[{ op: 'replace', path: '/spec/firstName', value: 'Ada' }]] })

/** What a patch may leave of a user. */
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

/** v1ResourceRoles. */
export const resourceRolesSchema = z.object({
  resourceRoles: z.array(z.never()).describe('Always empty: no role here is bound to what a filter picks'),
})

/** v1ResourceRolesUpdateEntity. */
export const resourceRoleInputSchema = z.looseObject({})
export const resourceRoleParams = z.object({ uid: z.string().max(64), resourceRoleUid: z.string().max(64) })

const presentPassword = z.string().min(1).max(1_024)

/** Of PATCH …/password/change; the specification does not require the present one. */
export const passwordChangeSchema = z
  .object({ currentPassword: presentPassword.nullish(), newPassword })
  .meta({ examples: [{ currentPassword: 'the present password', newPassword: 'the new password of this user' }] })
export const passwordChangeByEmailSchema = z.object({
  emailId: z.string().max(320),
  currentPassword: presentPassword,
  newPassword,
})
export const emailSchema = z.object({ emailId: z.string().max(320) })
export const emailQuerySchema = z.object({ emailId: z.string().max(320).describe('Of whoever forgot their tenant') })

/** v1AuthTokenRevoke. */
export const tokenRevocationSchema = z
  .object({ tokens: z.array(z.string().max(1_024)).max(100).nullish() })
  .meta({ examples: [{ tokens: ['a token of the header Authorization'] }] })

export const ownPasswordSchema = z.object({ currentPassword: z.string().min(1).max(1_024), newPassword })

export const passwordLinkSchema = z
  .object({ link: z.string().describe('To be handed to the user; shown once'), expiresAt: z.string() })
  .meta({
    examples: [{ link: 'https://waybill.example.com/login#password=…', expiresAt: '2026-11-29T12:00:00.000Z' }],
  })

export const passwordTokenParams = z.object({ passwordToken: z.string().max(128) })
export const newPasswordSchema = z
  .object({ password: newPassword })
  .meta({ examples: [{ password: 'the new password of this user' }] })

export const accessTokenParams = z.object({ token: z.string().max(1_024) })

export type UserUpdate = z.infer<typeof userUpdateSchema>
export type OwnPassword = z.infer<typeof ownPasswordSchema>
