import { commonErrorResponses, packRefsInputSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { changer, mayUpdate, uidParams, type ProfileEditOptions } from '../edit-route.ts'
import { changingLayers } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'

export const packRefsRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, options) => {
  app.patch(
    '/v1/clusterprofiles/:uid/packRefs',
    {
      ...mayUpdate,
      schema: {
        tags: ['profiles'],
        summary: 'Changes some layers of the draft at once, as an update of packs does',
        params: uidParams,
        querystring: z.object({
          notify: z.string().max(300).optional().describe('Taken and not looked at: nothing is notified here'),
        }),
        body: packRefsInputSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { uid, packs } = request.body
      if (uid && uid !== request.params.uid) throw new AppError('InvalidRequest', { params: { field: 'uid' } })
      return changer(options).change(request, reply, changingLayers((packs ?? []).map(layerRequestOf)))
    },
  )
}
