import { authenticateRequestSchema, authenticateResponseSchema, commonErrorResponses } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Platform } from '../../platform/platform.ts'
import { findTenantScope } from './session-repository.ts'
import { createSignInRepository } from './sign-in-repository.ts'
import { signIn } from './sign-in-service.ts'

export const tokenRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSignInRepository(platform)
  app.post(
    '/v1/auth/authenticate',
    {
      config: { access: 'public' },
      schema: {
        tags: ['auth'],
        summary: 'A token of 15 minutes for e-mail and password, to be sent in the header Authorization',
        body: authenticateRequestSchema,
        response: { 200: authenticateResponseSchema, ...commonErrorResponses },
      },
    },
    async ({ body, ip }) => {
      const user = await signIn(ports, { email: body.emailId, password: body.password, address: ip })
      const db = platform.tenantDb(user.tenantUid)
      await recordAudit(db, {
        caller: { userUid: user.uid, email: user.email, scope: await findTenantScope(db) },
        action: 'login',
        resource: { kind: 'user', uid: user.uid, name: user.email },
        details: { via: 'token' },
      })
      return { Authorization: await platform.accessTokens.issue(user.uid), isMfa: false }
    },
  )
}
