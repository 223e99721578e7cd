import { commonErrorResponses, manifestInputSchema, uidBodySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changer, layerParams, manifestParams, mayUpdate, type ProfileEditOptions } from '../edit-route.ts'
import { addingManifest, changingManifest, removingManifest } from './layer-edits.ts'

const tags = ['profiles']
const done = { 204: z.null(), ...commonErrorResponses }
const added = { 201: uidBodySchema, ...commonErrorResponses }

/** Manifests of a layer of a draft, one by one. */
export const manifestEditRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, options) => {
  const { change, add } = changer(options)

  app.post(
    '/v1/clusterprofiles/:uid/packs/:packName/manifests',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Adds a manifest to a layer of the draft',
        params: layerParams,
        body: manifestInputSchema,
        response: added,
      },
    },
    async (request, reply) => {
      const { name, content } = request.body
      return add(request, reply, (onAdded) =>
        addingManifest(request.params.packName, { name, content: content ?? '' }, onAdded),
      )
    },
  )
  app.put(
    '/v1/clusterprofiles/:uid/packs/:packName/manifests/:manifestUid',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Changes a manifest of a layer of the draft',
        params: manifestParams,
        body: manifestInputSchema,
        response: done,
      },
    },
    async (request, reply) => {
      const { packName, manifestUid } = request.params
      const { name, content } = request.body
      return change(request, reply, changingManifest(packName, manifestUid, { name, content: content ?? undefined }))
    },
  )
  app.delete(
    '/v1/clusterprofiles/:uid/packs/:packName/manifests/:manifestUid',
    {
      ...mayUpdate,
      schema: { tags, summary: 'Removes a manifest from a layer of the draft', params: manifestParams, response: done },
    },
    async (request, reply) => {
      const { packName, manifestUid } = request.params
      return change(request, reply, removingManifest(packName, manifestUid))
    },
  )
}
