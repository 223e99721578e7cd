import { z } from 'zod'

const newPassword = z.string().min(12).max(1_024).describe('12 characters or more')

const presentPassword = z.string().min(1).max(1_024)

/** Body of PATCH …/password/change; the specification does not require the current password. */
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

export const ownPasswordSchema = z.object({ currentPassword: presentPassword, newPassword })

export const passwordLinkSchema = z
  .object({ link: z.string().describe('To be handed to the user; shown once'), expiresAt: z.string() })
  .meta({
    examples: [{ link: 'https://waybill.example.com/login#password=…', expiresAt: '2026-11-29T12:00:00.000Z' }],
  })

export const passwordTokenParams = z.object({ passwordToken: z.string().max(128) })
export const linkTokenSchema = z.object({
  token: z.string().max(128).describe('The part after `#password=` in the link'),
})
export const linkOwnerSchema = z
  .object({ email: z.string().describe('Whose password it sets') })
  .meta({ examples: [{ email: 'kim@example.com' }] })
export const newPasswordSchema = z
  .object({ password: newPassword })
  .meta({ examples: [{ password: 'the new password of this user' }] })
