import { z } from 'zod'

const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('imported'), fileName: z.string() }),
  z.object({
    kind: z.literal('cloned'),
    from: z
      .object({ uid: z.string(), name: z.string(), version: z.string() })
      .nullable()
      .describe('Null where it is gone, or in a scope that the caller does not see from here'),
  }),
  z.object({ kind: z.literal('made') }).describe('Made here, or cloned before origins were kept'),
])

/** The versions of a name in its scope, and how each was created. */
export const profileVersionsSchema = z
  .object({
    items: z
      .array(
        z.object({
          uid: z.string(),
          version: z.string(),
          state: z.enum(['draft', 'published', 'invalid']),
          emptyValues: z.int().describe('How many values its import left empty and nobody filled since'),
          author: z.string().describe('E-mail; empty where nothing tells it any more'),
          authorName: z
            .string()
            .describe('Name, or e-mail where they have none; empty where nothing tells it any more'),
          createdAt: z.string(),
          modifiedAt: z.string(),
          origin,
        }),
      )
      .describe('Newest first'),
  })
  .meta({
    examples: [
      {
        items: [
          {
            uid: '5e2031962f090e2d3d8a3290',
            version: '1.0.0',
            state: 'published',
            emptyValues: 0,
            author: 'ada@example.com',
            authorName: 'Ada Lovelace',
            createdAt: '2026-06-01T08:00:00.000Z',
            modifiedAt: '2026-06-01T08:00:00.000Z',
            origin: { kind: 'imported', fileName: 'edge-base-1.0.0.json' },
          },
        ],
      },
    ],
  })

export type ProfileVersionsBody = z.infer<typeof profileVersionsSchema>
