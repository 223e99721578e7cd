import { commonErrorResponses, packBodySchema, uidBodySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changer, layerParams, mayUpdate, uidParams, type ProfileEditOptions } from '../edit-route.ts'
import { addingLayer, changingLayer, removingLayer } from './layer-edits.ts'
import { layerRequestOf } from '../profile-input.ts'

const tags = ['profiles']
const done = { 204: z.null(), ...commonErrorResponses }
const added = { 201: uidBodySchema, ...commonErrorResponses }

/** Layers of a draft, one by one. */
export const layerEditRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, options) => {
  const { change, add } = changer(options)

  app.post(
    '/v1/clusterprofiles/:uid/packs',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Adds a layer to the draft',
        params: uidParams,
        body: packBodySchema,
        response: added,
      },
    },
    async (request, reply) => add(request, reply, (onAdded) => addingLayer(layerRequestOf(request.body.pack), onAdded)),
  )
  app.put(
    '/v1/clusterprofiles/:uid/packs/:packName',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Changes version or values of a layer of the draft',
        params: layerParams,
        body: packBodySchema,
        response: done,
      },
    },
    async (request, reply) =>
      change(request, reply, changingLayer(request.params.packName, layerRequestOf(request.body.pack))),
  )
  app.delete(
    '/v1/clusterprofiles/:uid/packs/:packName',
    { ...mayUpdate, schema: { tags, summary: 'Removes a layer from the draft', params: layerParams, response: done } },
    async (request, reply) => change(request, reply, removingLayer(request.params.packName)),
  )
}
