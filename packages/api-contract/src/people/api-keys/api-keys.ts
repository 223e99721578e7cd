import { z } from 'zod'
import { objectMetaInputSchema, objectMetaSchema } from '../../shapes/object-meta.ts'
import { momentSchema } from '../../shapes/moment.ts'
import { listMetaSchema, pagingQuerySchema } from '../../shapes/paging.ts'

/** v1Time as clients send it: they send Go's zero time or an empty text when it is not set. */
const expiry = z
  .union([z.literal(''), momentSchema])
  .nullish()
  .describe('When it ends (RFC 3339). Not given: never, or as it was; null in an update: never')

/** v1ApiKeyEntity. */
export const apiKeyInputSchema = z
  .object({
    metadata: objectMetaInputSchema,
    spec: z
      .object({
        expiry,
        userUid: z
          .string()
          .max(64)
          .nullish()
          .describe(
            "Whose key it is. Absent, empty or the tenant's uid: the caller's; another user's needs apiKey.create",
          ),
      })
      .nullish(),
  })
  .meta({ examples: [{ metadata: { name: 'pipeline' }, spec: { expiry: '2027-06-30T00:00:00Z' } }] })

/** v1ApiKeyUpdate. */
export const apiKeyUpdateSchema = z.object({
  metadata: objectMetaInputSchema.extend({ name: z.string().max(253).nullish() }).nullish(),
  spec: z.object({ expiry }).nullish(),
})

/** v1ApiKeyActiveState. */
export const apiKeyStateSchema = z.object({ isActive: z.boolean() })

/** v1ApiKeyCreateResponse: the only response that ever contains the key. */
export const createdApiKeySchema = z
  .object({
    apiKey: z.string().describe('For the header ApiKey. It is shown this once and cannot be read again'),
    uid: z.string().describe('Uid of the key'),
  })
  .meta({ examples: [{ apiKey: 'the key, shown this once', uid: '5e2031962f090e2d3d8a3290' }] })

const EXAMPLE_KEY = {
  metadata: {
    name: 'pipeline',
    uid: '5e2031962f090e2d3d8a3290',
    labels: {},
    annotations: {},
    creationTimestamp: '2026-06-01T08:00:00.000Z',
    lastModifiedTimestamp: '2026-06-01T08:00:00.000Z',
  },
  spec: {
    expiry: '2027-06-30T00:00:00.000Z',
    user: { uid: '64ea8e2c3040297344b1c0aa', firstName: 'Ada', lastName: 'Miller' },
  },
  status: { isActive: true, lastUsedAt: '2026-11-28T09:30:00.000Z' },
}

/** v1ApiKey, without the key itself. */
export const apiKeySchema = z
  .object({
    metadata: objectMetaSchema,
    spec: z.object({
      expiry: z.string().optional().describe('Absent when it never ends'),
      user: z.object({ uid: z.string(), firstName: z.string(), lastName: z.string() }),
    }),
    status: z.object({
      isActive: z.boolean(),
      lastUsedAt: z.string().optional().describe('Not to the second; absent when it was never used'),
    }),
  })
  .meta({
    examples: [EXAMPLE_KEY],
  })

/** v1ApiKeys: without paging. */
export const apiKeysSchema = z.object({ items: z.array(apiKeySchema) }).meta({
  examples: [
    {
      items: [EXAMPLE_KEY],
    },
  ],
})

const keyState = z.enum(['active', 'disabled', 'expired', 'owner-disabled'])

/** A key as the console shows it. */
const consoleApiKeySchema = z.object({
  uid: z.string(),
  name: z.string(),
  owner: z.object({ uid: z.string(), name: z.string(), email: z.string(), isActive: z.boolean() }),
  state: keyState.describe('owner-disabled: it is refused as long as its owner is'),
  createdAt: z.string(),
  expiresAt: z.string().nullable().describe('null: never'),
  lastUsedAt: z.string().nullable().describe('Not to the second; null: never'),
})

export const consoleApiKeysQuerySchema = pagingQuerySchema.extend({
  owner: z
    .enum(['me', 'anybody'])
    .optional()
    .describe('Absent: you. Keys of others are only for callers who may list them'),
  search: z.string().max(253).optional().describe('Part of the name of the key, or of its owner’s name or e-mail'),
  state: keyState.optional().describe('Absent: all'),
})

export const consoleApiKeysSchema = z.object({ items: z.array(consoleApiKeySchema), listmeta: listMetaSchema }).meta({
  examples: [
    {
      items: [
        {
          uid: '5e2031962f090e2d3d8a3290',
          name: 'pipeline',
          owner: { uid: '64ea8e2c3040297344b1c0aa', name: 'Ada Miller', email: 'ada@example.com', isActive: true },
          state: 'active',
          createdAt: '2026-06-01T08:00:00.000Z',
          expiresAt: '2027-06-30T00:00:00.000Z',
          lastUsedAt: '2026-11-28T09:30:00.000Z',
        },
      ],
      listmeta: { continue: '', count: 1, limit: 50, offset: 0 },
    },
  ],
})

export type ConsoleApiKeyBody = z.infer<typeof consoleApiKeySchema>
export type ConsoleApiKeysBody = z.infer<typeof consoleApiKeysSchema>
export type ConsoleApiKeysQuery = z.infer<typeof consoleApiKeysQuerySchema>
export type ApiKeyBody = z.infer<typeof apiKeySchema>
