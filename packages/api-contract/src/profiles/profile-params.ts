import { z } from 'zod'

const uid = z.string().max(300)

/** Of a path to a profile, which is one version. */
export const profileParams = z.object({ uid })

/** Of a path to one of its layers. */
export const layerParams = profileParams.extend({ packName: uid.describe('Name or uid of the layer') })

/** Of a path to one manifest of a layer. */
export const manifestParams = layerParams.extend({ manifestUid: uid })

/** Query of what can say more of the packs. */
export const includePackMetaQuerySchema = z.object({
  includePackMeta: z.string().max(64).optional().describe('schema, presets'),
})
