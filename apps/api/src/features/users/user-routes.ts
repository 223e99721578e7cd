import { commonErrorResponses, userInfoSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

export const userRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/users/info',
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['users'],
        summary: 'Who the credential belongs to',
        response: { 200: userInfoSchema, ...commonErrorResponses },
      },
    },
    async ({ caller }) => ({ orgName: caller.tenantName, tenantUid: caller.tenantUid, userUid: caller.userUid }),
  )
}
