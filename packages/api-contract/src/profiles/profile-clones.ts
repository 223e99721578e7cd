import { z } from 'zod'

/** Query of GET /v1/console/clusterprofiles/clones. */
export const profileClonesQuerySchema = z.object({
  uids: z.string().max(2_000).describe('Of these profiles, with commas between them; at most 50'),
})

/** The existing clones of profiles. */
export const profileClonesSchema = z
  .object({
    items: z
      .array(
        z.object({
          uid: z.string().describe('What was cloned'),
          clones: z.array(
            z.object({
              uid: z.string(),
              name: z.string(),
              version: z.string(),
              project: z.string().describe('Its name; empty for a clone of the tenant'),
            }),
          ),
          others: z.number().int().describe('Clones in projects that the caller does not see from here'),
        }),
      )
      .describe('Without those that have no clone'),
  })
  .meta({
    examples: [
      {
        items: [
          {
            uid: '5e2031962f090e2d3d8a3290',
            clones: [{ uid: '64eaff5630402973c4e1856a', name: 'web-copy', version: '1.0.0', project: 'Default' }],
            others: 0,
          },
        ],
      },
    ],
  })
export type ProfileClonesBody = z.infer<typeof profileClonesSchema>
