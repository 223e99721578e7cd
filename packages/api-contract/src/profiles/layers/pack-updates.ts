import { z } from 'zod'
import { listMetaSchema, pagingQuerySchema } from '../../shapes/paging.ts'

const packVersionSchema = z.object({ packUid: z.string(), version: z.string() })

const brokenConstraintSchema = z
  .object({ declaredBy: z.string(), packName: z.string(), minVersion: z.string(), maxVersion: z.string() })
  .describe(
    'The constraint that it would break: the pack that declares it, of which pack, and the versions that it allows',
  )

/** GET /v1/clusterprofiles/{uid}/packUpdates: layers, with the versions of their packs in their registries. */
export const packUpdatesSchema = z
  .object({
    items: z.array(
      packVersionSchema.extend({
        packName: z.string().describe('Name of the layer'),
        versions: z
          .array(
            packVersionSchema.extend({
              isNewer: z.boolean(),
              isCompatible: z
                .boolean()
                .describe('Of the same kind of layer, for the cloud of the profile, and goes with its other packs'),
              brokenConstraint: brokenConstraintSchema.optional(),
            }),
          )
          .describe('Newest first, at most 100; the version that the layer has is left out'),
      }),
    ),
  })
  .meta({ id: 'PackUpdates' })
export type PackUpdatesBody = z.infer<typeof packUpdatesSchema>

/** Query of GET /v1/console/clusterprofiles/packUpdates. */
export const profileUpdatesQuerySchema = pagingQuerySchema.extend({
  uids: z
    .string()
    .max(2_000)
    .optional()
    .describe('Of these profiles alone, with commas between them; at most as many as `limit`'),
})

/**
 * GET /v1/console/clusterprofiles/packUpdates: profiles of the scope with layers whose registries have newer versions.
 */
export const profileUpdatesSchema = z
  .object({
    items: z
      .array(
        z.object({
          uid: z.string(),
          name: z.string(),
          version: z.string(),
          updates: z.array(
            packVersionSchema.extend({
              packName: z.string().describe('Name of the layer'),
              to: packVersionSchema.describe('The newest that fits; where none goes with the other packs, the newest'),
              brokenConstraint: brokenConstraintSchema.optional(),
            }),
          ),
        }),
      )
      .describe('One item a name by its newest version, in the order of names; profiles without updates are left out'),
    listmeta: listMetaSchema,
  })
  .meta({ id: 'ProfileUpdates' })
export type ProfileUpdatesBody = z.infer<typeof profileUpdatesSchema>

/** POST /v1/clusterprofiles/{uid}/packs/{packName}/update-preview: the version to update the layer to. */
export const packUpdateInputSchema = z
  .union([
    z.strictObject({ packUid: z.string().max(300) }),
    z.strictObject({ version: z.string().max(300).describe('Of the pack in the registry that the layer has') }),
  ])
  .meta({ id: 'PackVersionWanted', examples: [{ version: '1.2.0' }] })

const path = z
  .array(z.union([z.string(), z.number()]))
  .readonly()
  .describe('Keys and indexes from the root of its document')
const document = z.number().int().describe('Which document of the text, from 0')

const conflictSchema = z.object({
  path,
  kind: z
    .enum(['both-changed', 'both-added', 'removed-and-changed', 'gone', 'changed', 'text'])
    .describe('`changed`: the new version has another kind of value there; `text`: the texts as a whole'),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
  both: z.string().optional().describe('Where both can be had: items, keys or lines'),
  range: z.object({ start: z.number().int(), end: z.number().int() }).describe('Of `theirs` in `text`, UTF-16 units'),
  column: z.number().int(),
  document,
  nearest: z.string().optional().describe('The key of the new version that most likely took over'),
  place: z.object({ offset: z.number().int(), depth: z.number().int() }),
})

/** The values of a layer as they would be after the update of its pack. */
export const packUpdatePreviewSchema = z
  .object({
    etag: z.string().describe('Of the profile as it was read: `If-Match` of the change that applies the merge'),
    from: packVersionSchema,
    to: packVersionSchema,
    schema: z.string().describe('`schema.yaml` of the new version, which its values are held to; empty without one'),
    readme: z.string().describe('Of the new version'),
    input: z
      .object({ base: z.string(), mine: z.string(), theirs: z.string() })
      .describe('Defaults of the version that the layer has, its values as the caller may see them, the new defaults'),
    text: z.string().describe('New defaults with what only the layer changed; where both changed, the new defaults'),
    conflicts: z.array(conflictSchema),
    taken: z.array(z.object({ path, document })).describe('What was taken over from the layer without asking'),
    gone: z
      .array(z.object({ path, document, nearest: z.string().optional() }))
      .describe('Keys of the layer that the new version lacks'),
    leftOut: z.array(z.object({ path, text: z.string() })).describe('Comments whose place is gone'),
    problems: z
      .array(z.object({ side: z.enum(['base', 'mine', 'theirs']), line: z.number().int() }))
      .describe('Why a text was not merged: it is no YAML at this line, from 1; then `text` is the new defaults'),
  })
  .meta({ id: 'PackUpdatePreview' })
export type PackUpdatePreviewBody = z.infer<typeof packUpdatePreviewSchema>
