import { z } from 'zod'

const name = z.string().max(1_000)

const placeSchema = z
  .strictObject({
    layerName: name,
    manifest: name.optional().describe('Name of the manifest; absent for the values of the layer'),
    path: z.string().max(5_000).describe('Path of the masked place, as the preview of an export names it'),
  })
  .describe('A masked place in a text of a layer')

const variableSchema = z.strictObject({ variable: name }).describe('The masked default of a variable')

/** POST /v1/clusterprofiles/{uid}/secrets/reveal: one place whose value is asked for. */
export const revealSchema = z.union([placeSchema, variableSchema]).meta({
  id: 'SecretReveal',
  examples: [{ layerName: 'postgresql', path: 'auth.password' }],
})
export type RevealInput = z.infer<typeof revealSchema>

/** The value behind the mask. */
export const revealedSchema = z
  .object({ value: z.string() })
  .meta({ id: 'RevealedSecret', examples: [{ value: 'made-up-for-this-example' }] })
