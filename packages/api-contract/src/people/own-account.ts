import { z } from 'zod'

const name = z.string().trim().max(253)

export const ownNameSchema = z
  .object({ firstName: name, lastName: name })
  .meta({ examples: [{ firstName: 'Ada', lastName: 'Miller' }] })

/** A session of the signed-in user. */
const ownSessionSchema = z.object({
  uid: z.string(),
  kind: z.enum(['browser', 'token']).describe('A browser in the console, or a client that took a token'),
  isCurrent: z.boolean().describe('Whether this request came by it'),
  address: z.string().describe('Where the sign-in came from; empty where that was not noted'),
  userAgent: z.string().describe('What the client said of itself; empty where that was not noted'),
  createdAt: z.string(),
  lastSeenAt: z.string().describe('Not to the second'),
  expiresAt: z.string().describe('When it ends however much it is used'),
})

export const ownSessionsSchema = z.object({ items: z.array(ownSessionSchema) }).meta({
  examples: [
    {
      items: [
        {
          uid: '5e2031962f090e2d3d8a3290',
          kind: 'browser',
          isCurrent: true,
          address: '192.0.2.10',
          userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          createdAt: '2026-11-28T09:00:00.000Z',
          lastSeenAt: '2026-11-28T09:30:00.000Z',
          expiresAt: '2026-11-28T21:00:00.000Z',
        },
      ],
    },
  ],
})

export type OwnName = z.infer<typeof ownNameSchema>
export type OwnSessionsBody = z.infer<typeof ownSessionsSchema>
