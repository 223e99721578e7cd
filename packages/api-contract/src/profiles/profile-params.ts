import { z } from 'zod'

const uid = z.string().max(300)

/** Path parameters of a profile, which is one version. */
export const profileParams = z.object({ uid })

/** Path parameters of a layer. */
export const layerParams = profileParams.extend({ packName: uid.describe('Name or uid of the layer') })

/** Path parameters of a layer's manifest. */
export const manifestParams = layerParams.extend({ manifestUid: uid })

/** Query of operations that can return more about the packs. */
export const includePackMetaQuerySchema = z.object({
  includePackMeta: z.string().max(64).optional().describe('schema, presets'),
})
