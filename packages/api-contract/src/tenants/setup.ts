import { z } from 'zod'

/** Whether this installation still needs its first tenant. */
export const setupStateSchema = z.object({
  isNeeded: z.boolean().describe('True while there is no tenant'),
  hasSso: z.boolean().describe('Whether some tenant has single sign-on; not which'),
})

/** Creates a tenant with its first administrator. */
export const setupRequestSchema = z.object({
  code: z.string().min(1).max(128).describe('Setup code: the file setup-code in DATA_DIR of the server'),
  tenantName: z.string().trim().min(1).max(63),
  email: z.email().max(320),
  password: z.string().min(12).max(1_024).describe('At least 12 characters'),
  firstName: z.string().trim().max(100).nullish(),
  lastName: z.string().trim().max(100).nullish(),
})
export const setupResponseSchema = z.object({ tenantUid: z.string(), projectUid: z.string(), userUid: z.string() })
