import { LIMIT_SETTINGS } from '@waybill/profile-format'
import { z } from 'zod'

export const macroSchema = z.object({ name: z.string(), value: z.string() })
export const macrosSchema = z
  .object({ macros: z.array(macroSchema) })
  .meta({ id: 'Macros', examples: [{ macros: [{ name: 'region', value: 'eu-central-1' }] }] })

/** Bodies of POST, PUT, PATCH and DELETE; `null` is an empty list. */
export const macrosBodySchema = z
  .object({
    macros: z
      .array(z.object({ name: z.string().max(253), value: z.string().max(LIMIT_SETTINGS.textBytes.most).nullish() }))
      .max(1_000)
      .nullish(),
  })
  .meta({ id: 'MacrosEntity', examples: [{ macros: [{ name: 'region', value: 'eu-central-1' }] }] })

/** GET /v1/console/macros: the list on the settings pages, with the uses of each macro (Waybill's own). */
export const macroUsageSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      scope: z.enum(['system', 'tenant', 'project']),
      /** The scope whose macro takes precedence over this one here, if any. */
      overriddenBy: z.enum(['tenant', 'project']).nullable(),
      modifiedAt: z.string(),
      usedBy: z.array(
        z.object({
          uid: z.string(),
          name: z.string(),
          version: z.string(),
          projectUid: z.string().nullable().describe('Where it lies; null for the tenant itself'),
        }),
      ),
      hidden: z.int().describe('Number of other profile versions that use it, which the caller may not list'),
    }),
  ),
})
export type MacroUsageBody = z.infer<typeof macroUsageSchema>
export type MacroBody = z.infer<typeof macroSchema>
