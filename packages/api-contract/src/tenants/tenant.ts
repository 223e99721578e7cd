import { z } from 'zod'
import { TENANT_COLOURS } from './tenant-colours.ts'

const colour = z.enum(TENANT_COLOURS).describe('Colour of the bar that tells environments apart')
const keepsPublished = z
  .boolean()
  .describe('True: published profile versions can be neither changed nor deleted, but for labels and description')

const registriesMustMatch = z
  .boolean()
  .describe(
    'True: the only registry that holds a pack does not replace one that is not here; the person who imports chooses it',
  )

/** The settings of a tenant. Palette has no such operation. */
export const tenantSchema = z
  .object({ uid: z.string(), name: z.string(), colour, keepsPublished, registriesMustMatch })
  .meta({ id: 'Tenant' })

/** All settings. An absent registriesMustMatch, from callers that do not know it, stays unchanged. */
export const tenantInputSchema = z
  .object({
    name: z.string().trim().min(1).max(63).describe('Free in the whole installation'),
    colour,
    keepsPublished,
    registriesMustMatch: registriesMustMatch.optional(),
  })
  .meta({ id: 'TenantEntity' })

export type TenantBody = z.infer<typeof tenantSchema>
export type TenantInput = z.infer<typeof tenantInputSchema>
