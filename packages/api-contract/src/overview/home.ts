import { z } from 'zod'

const amount = z.int()
const profile = { uid: z.string(), name: z.string(), version: z.string() }

/** The contents of the home page. */
export const homeSchema = z
  .object({
    attention: z
      .object({
        states: z
          .record(z.string(), amount)
          .describe(
            'How many profiles are in a state that needs work, by the state’s name in the filter of the list; without `missingMacros` for callers who may not list macros',
          ),
        missingMacros: z
          .array(z.string())
          .describe(
            'The first macros that profiles name and that are not defined in the scope, by name; empty for callers who may not list macros',
          ),
        failedRegistries: amount.nullable().describe('null for callers who may not see registries'),
        usableRegistries: amount
          .nullable()
          .describe('Registries that have an address or packs; null for callers who may not see registries'),
      })
      .describe('Profiles are counted by their newest version'),
    updates: z.object({
      count: amount.describe(
        'Profiles with a layer that can move to a newer version of its pack; counting ends at 100',
      ),
      hasMore: z.boolean().describe('Whether there are more than that'),
      profiles: z
        .array(
          z.object({
            ...profile,
            scope: z.enum(['project', 'tenant']).describe('Where it lies, and so where it can be updated'),
            packs: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
          }),
        )
        .describe('The first of them, with the newest version that fits'),
    }),
    recent: z
      .array(
        z.object({
          ...profile,
          at: z.string(),
          action: z.string().describe('create, update, publish or import; empty where it is not known'),
          person: z.string().describe('Name, or e-mail where there is none'),
        }),
      )
      .describe('The profiles changed last, and by whom'),
    profiles: z.object({
      count: amount,
      types: z.array(z.object({ name: z.string(), count: amount })),
      clouds: z.array(z.object({ name: z.string(), count: amount })),
    }),
  })
  .meta({
    id: 'Home',
    examples: [
      {
        attention: {
          states: { invalid: 1, empty: 0, missingMacros: 1, oldDraft: 2 },
          missingMacros: ['region'],
          failedRegistries: 0,
          usableRegistries: 1,
        },
        updates: {
          count: 1,
          hasMore: false,
          profiles: [
            {
              uid: '5e2031962f090e2d3d8a3290',
              name: 'edge-base',
              version: '1.2.0',
              scope: 'project',
              packs: [{ name: 'csi-aws-ebs', from: '1.46.0', to: '1.57.1' }],
            },
          ],
        },
        recent: [
          {
            uid: '5e2031962f090e2d3d8a3290',
            name: 'edge-base',
            version: '1.2.0',
            at: '2026-11-28T09:30:00.000Z',
            action: 'import',
            person: 'Ada Miller',
          },
        ],
        profiles: { count: 3, types: [{ name: 'infra', count: 3 }], clouds: [{ name: 'aws', count: 3 }] },
      },
    ],
  })

export type HomeBody = z.infer<typeof homeSchema>
