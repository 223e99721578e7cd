import { commonErrorResponses, manifestInputSchema, packBodySchema, uidBodySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changer, layerParams, manifestParams, mayUpdate, uidParams, type ProfileEditOptions } from './edit-route.ts'
import {
  addingLayer,
  addingManifest,
  changingLayer,
  changingManifest,
  removingLayer,
  removingManifest,
} from './layer-edits.ts'
import { layerRequestOf } from './profile-input.ts'

const tags = ['profiles']
const done = { 204: z.null(), ...commonErrorResponses }
const added = { 201: uidBodySchema, ...commonErrorResponses }

/** Layers of a draft, and the manifests of a layer, one by one. */
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
