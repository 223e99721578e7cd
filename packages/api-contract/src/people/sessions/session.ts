import { z } from 'zod'

const tenantName = z.string().max(253)

export const signInRequestSchema = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1_024),
  tenant: tenantName.optional().describe('Name of the tenant, where e-mail and password open several (TenantNeeded)'),
})

/** The signed-in user and their permissions by scope; the console builds its navigation from it. */
export const sessionSchema = z.object({
  user: z.object({ uid: z.string(), email: z.string(), firstName: z.string(), lastName: z.string() }),
  tenant: z.object({ uid: z.string(), name: z.string(), colour: z.string(), keepsPublished: z.boolean() }),
  /** The tenant scope first if the user may enter it, then the projects by name. */
  scopes: z.array(
    z.object({
      kind: z.enum(['tenant', 'project']),
      uid: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(z.string()),
    }),
  ),
  limits: z
    .object({ textBytes: z.number(), fileBytes: z.number() })
    .describe('What the installation set, for checks before an upload'),
})
export type SessionBody = z.infer<typeof sessionSchema>

export const authenticateRequestSchema = z
  .object({
    emailId: z.string().min(1).max(320),
    password: z.string().min(1).max(1_024),
    org: tenantName.nullish().describe('Name of the tenant, where e-mail and password open several (TenantNeeded)'),
  })
  .meta({ examples: [{ emailId: 'ada@example.com', password: 'the password of this user' }] })
export const authenticateResponseSchema = z
  .object({ Authorization: z.string(), isMfa: z.boolean() })
  .meta({ examples: [{ Authorization: 'the token, for the header Authorization', isMfa: false }] })

export const userInfoSchema = z.object({ orgName: z.string(), tenantUid: z.string(), userUid: z.string() }).meta({
  examples: [{ orgName: 'Stage', tenantUid: '64ea8e2c3040297344b1c000', userUid: '64ea8e2c3040297344b1c0aa' }],
})
