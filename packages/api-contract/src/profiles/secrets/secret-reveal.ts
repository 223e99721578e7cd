import { z } from 'zod'
import { scalarPlace } from './secret-decisions.ts'

const placeSchema = z
  .strictObject({
    ...scalarPlace,
    stage: z
      .literal('draft')
      .optional()
      .describe('The draft beside the published version, if there is one; absent: the version that the profile shows'),
  })
  .describe('A masked place in a text of a layer')

const variableSchema = z.strictObject({ variable: z.string().max(253) }).describe('The masked default of a variable')

/** POST /v1/clusterprofiles/{uid}/secrets/reveal: the place whose value is requested. */
export const revealSchema = z.union([placeSchema, variableSchema]).meta({
  id: 'SecretReveal',
  examples: [{ layerName: 'postgresql', path: 'auth.password' }],
})
export type RevealInput = z.infer<typeof revealSchema>

/** The value behind the mask. */
export const revealedSchema = z
  .object({ value: z.string() })
  .meta({ id: 'RevealedSecret', examples: [{ value: 'made-up-for-this-example' }] })
