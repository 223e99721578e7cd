import { z } from 'zod'

export const searchQuerySchema = z.object({
  q: z.string().max(253).describe('Part of a name or e-mail, in any case; less than two characters find nothing'),
})

/** Up to five results of each kind; names that equal or begin with the search text come first. */
export const searchResultsSchema = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['profile', 'pack', 'macro', 'person']),
        uid: z.string(),
        name: z.string(),
        note: z.string().describe('Version of a profile or pack, scope of a macro, e-mail of a person'),
        project: z
          .object({ uid: z.string(), name: z.string() })
          .nullable()
          .describe('The project of a profile; in the tenant’s scope, profiles of projects are found too'),
      }),
    ),
  })
  .meta({
    id: 'SearchResults',
    examples: [
      {
        items: [{ kind: 'profile', uid: '5e2031962f090e2d3d8a3290', name: 'edge-base', note: '1.2.0', project: null }],
      },
    ],
  })

export type SearchResultsBody = z.infer<typeof searchResultsSchema>
