import { LIMIT_SETTINGS } from '@waybill/profile-format'
import { z } from 'zod'

/** The number of empty values, in a profile's status. */
export const emptyValuesCount = z
  .number()
  .int()
  .describe('Waybill: values that an import left empty and nobody has filled since')

const place = {
  layerName: z.string().max(253).describe('Name of the layer; empty for a variable'),
  manifest: z.string().max(253).describe('Name of the manifest; empty for the values of the layer'),
  path: z.string().max(5_000).describe('As findings have it, `charts.app.password`; of a variable its name'),
  part: z.number().int().min(0).max(10_000).describe('Which of the gaps in one value, from 0'),
}

/** GET /v1/clusterprofiles/{uid}/emptyValues (Waybill's own). */
export const emptyValuesSchema = z
  .object({
    items: z.array(
      z.object({
        ...place,
        isPart: z.boolean().describe('Whether it is a gap in a longer value, such as a URL'),
        line: z.number().int().describe('In its text, from 1; 0 for a variable'),
      }),
    ),
  })
  .meta({
    id: 'EmptyValues',
    examples: [
      { items: [{ layerName: 'postgresql', manifest: '', path: 'auth.password', part: 0, isPart: false, line: 12 }] },
    ],
  })
export type EmptyValuesBody = z.infer<typeof emptyValuesSchema>

/** PUT /v1/clusterprofiles/{uid}/emptyValues (Waybill's own). */
export const emptyValuesInputSchema = z
  .object({
    values: z
      .array(z.strictObject({ ...place, value: z.string().min(1).max(LIMIT_SETTINGS.textBytes.most) }))
      .min(1)
      .max(10_000),
  })
  .meta({
    examples: [
      {
        values: [
          { layerName: 'postgresql', manifest: '', path: 'auth.password', part: 0, value: 'made-up-for-this-example' },
        ],
      },
    ],
  })
export type EmptyValuesInput = z.infer<typeof emptyValuesInputSchema>
