import {
  commonErrorResponses,
  profileInputSchema,
  profileUpdateSchema,
  publishQuerySchema,
  uidBodySchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { useCasesWith } from '../../platform/use-case.ts'
import { documentBodyBytes } from '../../platform/http/uploads/upload-limits.ts'
import { changer, mayUpdate, uidParams, type ProfileEditOptions } from './edit-route.ts'
import { cloneRoutes } from './clone/clone-routes.ts'
import { layerEditRoutes } from './layers/layer-edit-routes.ts'
import { packRefsRoutes } from './layers/pack-refs-routes.ts'
import { manifestEditRoutes } from './layers/manifest-edit-routes.ts'
import { createProfile, publishProfile } from './profile-edit-service.ts'
import { creation, replacement } from './profile-input.ts'
import { variableEditRoutes } from './variables/variable-edit-routes.ts'

const tags = ['profiles']

export const profileEditRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, options) => {
  const use = useCasesWith(options.platform)
  await app.register(cloneRoutes, options)
  await app.register(layerEditRoutes, options)
  await app.register(packRefsRoutes, options)
  await app.register(manifestEditRoutes, options)
  await app.register(variableEditRoutes, options)
  app.post(
    '/v1/clusterprofiles',
    {
      bodyLimit: documentBodyBytes(),
      config: { access: { permission: 'clusterProfile.create' } },
      schema: {
        tags,
        summary: 'Creates a cluster profile',
        querystring: publishQuerySchema,
        body: profileInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const wanted = { edit: creation(request.body), publish: request.query.publish === 'true' }
      const { uid, auditUid } = await createProfile(use(request), wanted)
      return sendAuditUid(reply, auditUid).code(201).send({ uid })
    },
  )

  app.put(
    '/v1/clusterprofiles/:uid',
    {
      ...mayUpdate,
      schema: {
        tags,
        summary: 'Replaces the layers of the draft of a cluster profile; its variables stay',
        params: uidParams,
        body: profileUpdateSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => changer(options).change(request, reply, replacement(request.body)),
  )

  app.patch(
    '/v1/clusterprofiles/:uid/publish',
    {
      config: { access: { permission: 'clusterProfile.publish' } },
      schema: {
        tags,
        summary: 'Publishes the draft of a cluster profile',
        params: uidParams,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { auditUid } = await publishProfile(use(request), request.params.uid)
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )
}
