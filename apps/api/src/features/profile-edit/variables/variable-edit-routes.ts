import {
  commonErrorResponses,
  profileMetadataInputSchema,
  variableNamesSchema,
  variablesInputSchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changer, mayUpdate, uidParams, type ProfileEditOptions } from '../edit-route.ts'
import { newMetadata, variableOf } from '../profile-input.ts'
import { mergingVariables, removingVariables, replacingVariables } from './variable-edits.ts'

const tags = ['profiles']
const response = { 204: z.null(), ...commonErrorResponses }
const url = '/v1/clusterprofiles/:uid/variables'

/** Variables and metadata of a profile. */
export const variableEditRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, options) => {
  const { change } = changer(options)

  app.put(
    url,
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Replaces all variables of a profile',
        params: uidParams,
        body: variablesInputSchema,
        response,
      },
    },
    async (request, reply) =>
      change(request, reply, replacingVariables((request.body.variables ?? []).map(variableOf))),
  )
  app.patch(
    url,
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Adds variables, or changes those of the same name',
        params: uidParams,
        body: variablesInputSchema,
        response,
      },
    },
    async (request, reply) => change(request, reply, mergingVariables((request.body.variables ?? []).map(variableOf))),
  )
  app.delete(
    url,
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Removes variables by name',
        params: uidParams,
        body: variableNamesSchema,
        response,
      },
    },
    async (request, reply) => change(request, reply, removingVariables(request.body.variables)),
  )
  app.patch(
    '/v1/clusterprofiles/:uid/metadata',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Changes name, description, labels and version of a profile',
        params: uidParams,
        body: profileMetadataInputSchema,
        response,
      },
    },
    async (request, reply) => change(request, reply, newMetadata(request.body)),
  )
}
