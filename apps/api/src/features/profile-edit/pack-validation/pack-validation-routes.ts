import type { ProfileTemplateInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { validateProfilePacks, validateTemplate, type Template } from './pack-validation-service.ts'
import { layerRequestOf } from '../profile-input.ts'

/** Problems are the response here, not a refusal. Nothing is written. */
export const packValidationRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profileEdits.validatePacks, async (request) => {
    const template = templateOf(request.body)
    return {
      packs: { results: await validateTemplate(use(request), { ...template, layers: template.layers ?? [] }) },
    }
  })

  route(app, operations.profileEdits.validateOwnPacks, async (request) => {
    const results = await validateProfilePacks(use(request), request.params.uid, templateOf(request.body))
    return { packs: { results } }
  })
}

/** Go sends null for an absent list. */
const templateOf = (body: ProfileTemplateInput | null | undefined): Template => ({
  type: body?.type ?? undefined,
  cloudType: body?.cloudType || undefined,
  layers: body?.packs?.map(layerRequestOf),
})
