import { commonErrorResponses, validateNameQuerySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { problemBodies } from '../../../platform/http/errors/problem-body.ts'
import { checkName, deleteProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'

const tags = ['profiles']

export const profileLifecycleRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.get(
    '/v1/clusterprofiles/validate/name',
    {
      config: { access: { permission: 'clusterProfile.create' } },
      schema: {
        tags,
        summary: 'Whether a name and version is free in this scope',
        querystring: validateNameQuerySchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { name = '', version = '1.0.0' } = request.query
      const problems = await checkName(use(request), { name, version })
      const isTaken = problems.some((problem) => problem.code === 'ClusterProfileAlreadyExists')
      if (problems.length > 0) {
        const code = isTaken ? 'ClusterProfileAlreadyExists' : 'InvalidRequest'
        throw new AppError(code, { details: problemBodies(problems) })
      }
      return reply.status(204).send(null)
    },
  )

  app.delete(
    '/v1/clusterprofiles/:uid',
    {
      config: { access: { permission: 'clusterProfile.delete' } },
      schema: {
        tags,
        summary: 'Delete a profile version',
        params: z.object({ uid: z.string().max(300) }),
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      await deleteProfile(use(request), request.params.uid)
      return reply.status(204).send(null)
    },
  )
}
