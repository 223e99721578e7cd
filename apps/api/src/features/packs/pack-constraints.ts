import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const KINDS = ['required', 'optional', 'notSupported', 'upgrade'] as const

const constraintsSchema = z.object({
  dependencies: z
    .array(
      z.object({
        packName: text,
        layer: text,
        // A pack without a word on it has been seen; optional asks least (contract §f).
        type: z.enum(KINDS).catch('optional'),
        minVersion: text,
        maxVersion: text,
      }),
    )
    .nullish()
    .transform((list) => list ?? []),
  resources: z
    .array(z.object({ type: text, minLimit: z.number().nullish() }))
    .nullish()
    .transform((list) => (list ?? []).map(({ type, minLimit }) => ({ type, minLimit: minLimit ?? 0 }))),
})
export type PackConstraints = z.infer<typeof constraintsSchema>

/** Of a stored pack: JSON of pack.json's constraints. */
export const readConstraints = (constraints: string): PackConstraints =>
  constraintsSchema.parse(JSON.parse(constraints))
