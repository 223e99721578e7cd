import { z } from 'zod'
import { uidBodySchema } from '../../shapes/uid.ts'

/** A scalar in a profile's texts. */
export const scalarPlace = {
  layerName: z.string().max(253).describe('Name of the layer'),
  manifest: z.string().max(253).optional().describe('Name of the manifest; absent for the values of the layer'),
  path: z.string().max(5_000).describe('As findings have it: `charts.app.password`, `env[0].value`'),
}

const verdict = z
  .enum(['secret', 'harmless'])
  .describe('`secret` masks it in every mode; `harmless` leaves its current value in clear')
const said = {
  by: z.string().describe('E-mail address of the person who decided it'),
  at: z.iso.datetime().describe('When'),
}

/** PUT /v1/clusterprofiles/{uid}/secrets/marks (Waybill's own). */
export const secretMarksInputSchema = z
  .object({
    marks: z
      .array(z.object({ ...scalarPlace, verdict: verdict.nullable().describe('null takes back what was said') }))
      .min(1)
      .max(1_000),
  })
  .meta({ examples: [{ marks: [{ layerName: 'nginx', path: 'charts.ingress.extra', verdict: 'secret' }] }] })
export type SecretMarksInput = z.infer<typeof secretMarksInputSchema>

/** GET /v1/clusterprofiles/{uid}/secrets/marks (Waybill's own). */
export const secretMarksSchema = z.object({
  marks: z.array(z.object({ ...scalarPlace, verdict, ...said })),
})
export type SecretMarksBody = z.infer<typeof secretMarksSchema>

const ruleInput = {
  packName: z.string().min(1).max(253).describe('Name of the pack, whatever its version'),
  path: scalarPlace.path.min(1),
  verdict: z.enum(['always', 'never']).describe('`always` masks it; `never` leaves in clear what is only suspected'),
}

/** POST /v1/console/secretrules. */
export const secretRuleInputSchema = z
  .object(ruleInput)
  .meta({ examples: [{ packName: 'nginx', path: 'charts.ingress.extra', verdict: 'always' }] })
export type SecretRuleInput = z.infer<typeof secretRuleInputSchema>

const missing = z
  .enum(['pack', 'path'])
  .optional()
  .describe(
    '`pack`: neither a registry nor a profile here has a pack of that name; `path`: a key of it occurs nowhere in the values of the ' +
      'newest version of the pack. The rule holds all the same where they come up later; absent where it fits',
  )

/** The 201 response of POST /v1/console/secretrules. */
export const secretRuleAddedSchema = uidBodySchema
  .extend({ missing })
  .meta({ id: 'SecretRuleAdded', examples: [{ uid: '5e2031962f090e2d3d8a3290', missing: 'path' }] })

/** GET /v1/console/secretrules. */
export const secretRulesSchema = z.object({
  rules: z.array(z.object({ uid: z.string(), ...ruleInput, ...said, missing })),
})
export type SecretRulesBody = z.infer<typeof secretRulesSchema>
