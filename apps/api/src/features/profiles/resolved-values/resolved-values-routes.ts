import { operations } from '@waybill/api-contract/operations'
import { macrosFor } from './macro-values.ts'
import { getProfile } from '../read/profile-service.ts'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { unresolvedValues } from './resolved-values.ts'

export const resolvedValuesRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.layers.listResolvedValues, async (request) => {
    const { caller, params, query } = request
    const profile = await getProfile(use(request), params.uid)
    const macros = await macrosFor(use(request), profile)
    const references = [query.references ?? []].flat()
    const unresolved = unresolvedValues(profile, { caller, macros, references })
    return { resolved: Object.fromEntries(await platform.workers.run('resolveValues', unresolved)) }
  })
}
