import { cloneInputSchema, cloneMetadataSchema, commonErrorResponses, uidBodySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { uidParams, type ProfileEditOptions } from '../edit-route.ts'
import { checkClone, cloneProfile } from './profile-clone-service.ts'

type CloneMetadata = z.infer<typeof cloneMetadataSchema>

const tags = ['profiles']
const config = { access: { permission: 'clusterProfile.get' } } as const

export const cloneRoutes: FastifyPluginAsyncZod<ProfileEditOptions> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.post(
    '/v1/clusterprofiles/:uid/clone',
    {
      config,
      schema: {
        tags,
        summary: 'Makes a draft of another name, version or scope out of a profile',
        description:
          'Refused with Forbidden where the caller sees masks in the profile: it would hold what is behind them.',
        params: uidParams,
        body: cloneInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { name, version } = request.body.metadata
      const target = await targetOf(request, request.body.metadata)
      const wanted = { uid: request.params.uid, name, version: version || undefined, target }
      const { uid, auditUid } = await cloneProfile(use(request), wanted)
      return sendAuditUid(reply, auditUid).code(201).send({ uid })
    },
  )

  app.post(
    '/v1/clusterprofiles/:uid/clone/validate',
    {
      config,
      schema: {
        tags,
        summary: 'Whether a clone of this name and version could be made',
        params: uidParams,
        body: cloneMetadataSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { name, version } = request.body
      const target = await targetOf(request, request.body)
      await checkClone(use(request), { uid: request.params.uid, name, version: version || undefined, target })
      return reply.code(204).send(null)
    },
  )
}

/** Where the clone is to stand; without a target in the scope of the call (clients.md §1). */
async function targetOf(request: FastifyRequest, { target }: CloneMetadata) {
  if (!target) return request.caller
  if (target.scope === 'tenant') return request.callerIn(undefined)
  if (target.scope === 'project') return request.callerIn(target.projectUid || request.caller.scope.uid)
  throw new AppError('NotSupported', { params: { scope: target.scope } })
}
