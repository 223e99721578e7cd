import {
  commonErrorResponses,
  packsToValidateSchema,
  packsValidationSchema,
  type ProfileTemplateInput,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { validateProfilePacks, validateTemplate, type Template } from './pack-validation-service.ts'
import { documentBodyBytes } from '../../../platform/http/uploads/upload-limits.ts'
import { layerRequestOf } from '../profile-input.ts'

const mayValidate = {
  // Read when a route is declared, behind the settings.
  get bodyLimit() {
    return documentBodyBytes()
  },
  config: { access: { permission: 'clusterProfile.get' } },
} as const
const tags = ['profiles']
const response = { 200: packsValidationSchema, ...commonErrorResponses }

/** What is wrong is an answer here, not a refusal (contract §f). Nothing is written. */
export const packValidationRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const use = useCasesWith(platform)
  app.post(
    '/v1/clusterprofiles/validate/packs',
    {
      ...mayValidate,
      schema: { tags, summary: 'What stands against the packs of a template', body: packsToValidateSchema, response },
    },
    async (request) => {
      const template = templateOf(request.body)
      return {
        packs: { results: await validateTemplate(use(request), { ...template, layers: template.layers ?? [] }) },
      }
    },
  )

  app.post(
    '/v1/clusterprofiles/:uid/validate/packs',
    {
      ...mayValidate,
      schema: {
        tags,
        summary: 'What stands against the packs of a profile, as it is or with the layers of a template',
        params: z.object({ uid: z.string().max(300) }),
        body: packsToValidateSchema,
        response,
      },
    },
    async (request) => {
      const results = await validateProfilePacks(use(request), request.params.uid, templateOf(request.body))
      return { packs: { results } }
    },
  )
}

/** Go sends null for a list that is not there (clients.md rule 13). */
const templateOf = (body: ProfileTemplateInput | null | undefined): Template => ({
  type: body?.type ?? undefined,
  cloudType: body?.cloudType || undefined,
  layers: body?.packs?.map(layerRequestOf),
})
