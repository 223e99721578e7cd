import { z } from 'zod'
import { objectEntitySchema } from '../shapes/object-meta.ts'

const why = z.object({
  role: objectEntitySchema.extend({ isBuiltIn: z.boolean() }),
  project: objectEntitySchema.nullable().describe('Null: held in the tenant, and so in all its projects'),
  team: objectEntitySchema.nullable().describe('Null: held directly'),
})

/** The permissions of a user, and the roles and teams that they come from. */
export const personAccessSchema = z
  .object({
    held: z.array(why),
    places: z
      .array(
        z.object({
          project: objectEntitySchema
            .nullable()
            .describe('Null: the tenant, and every project that is not among these'),
          allowed: z.array(
            z.object({
              permission: z.string(),
              by: z.array(z.int()).describe('Which of `held` allow it, counted from 0'),
            }),
          ),
        }),
      )
      .describe('Where roles are held: the tenant first, then projects by name'),
  })
  .meta({
    examples: [
      {
        held: [
          {
            role: { uid: '64ea8e2c3040297344b1c0cc', name: 'Macro keeper', isBuiltIn: false },
            project: { uid: '5e2031962f090e2d3d8a3290', name: 'Default' },
            team: { uid: '64ea8e2c3040297344b1c0bb', name: 'Payments' },
          },
        ],
        places: [
          {
            project: { uid: '5e2031962f090e2d3d8a3290', name: 'Default' },
            allowed: [{ permission: 'macro.update', by: [0] }],
          },
        ],
      },
    ],
  })

export type PersonAccessBody = z.infer<typeof personAccessSchema>
