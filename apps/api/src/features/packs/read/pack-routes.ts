import { SourceError, type SourceFault } from '@waybill/pack-sources'
import type { ErrorCode } from '@waybill/api-contract'
import { packNamesOf } from '@waybill/profile-format'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import { readChartVersions, type ChartTools } from '../../chart-lookup/index.ts'
import { toTagEntity } from './pack-presenter.ts'
import { findPack, listTexts, listVersions } from './pack-repository.ts'
import { chooseVersions, found } from './pack-service.ts'
import { readValues, type PackValuesTools } from '../content/pack-values.ts'

const ONE_CHART = { atMost: 1, withinMs: 10_000 }

interface PackRouteTools extends PackValuesTools {
  charts: ChartTools
}

export const packRoutes: FastifyPluginAsync<PackRouteTools> = async (app, tools) => {
  route(app, operations.packs.get, async ({ tenantDb, params }) => {
    const pack = found(await findPack(tenantDb, params.uid))
    const versions = await listVersions(tenantDb, pack)
    return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, [pack]) })
  })

  route(app, operations.packs.getByName, async ({ tenantDb, params, query }) => {
    const { registryUid } = params
    const names = packNamesOf(params.packName)
    const unread = await faultOf(readChartVersions({ db: tenantDb, tools: tools.charts }, { registryUid, names }))
    for (const name of names) {
      const versions = chooseVersions(await listVersions(tenantDb, { registryUid, name }), query)
      const [pack] = versions
      if (pack) return toTagEntity({ pack, versions, packValues: await readValues(tools, tenantDb, versions) })
    }
    throw unread ? new AppError(SOURCE_REFUSALS[unread]) : new AppError('ResourceNotFound')
  })

  route(app, operations.packs.getReadme, async ({ tenantDb, params }) => {
    const [texts] = await tools.openTexts(tenantDb, await listTexts(tenantDb, [params.uid]), ONE_CHART)
    return { readme: found(texts).readme }
  })

  route(app, operations.packs.getLogo, async () => {
    throw new AppError('ResourceNotFound')
  })
}

/** Why a registry cannot be asked; this does not matter if the catalogue has the pack. */
async function faultOf(asking: Promise<void>): Promise<SourceFault | undefined> {
  try {
    await asking
    return undefined
  } catch (error) {
    if (error instanceof SourceError) return error.fault
    throw error
  }
}

const SOURCE_REFUSALS: Readonly<Record<SourceFault, ErrorCode>> = {
  'forbidden-url': 'ForbiddenUrl',
  unreachable: 'RegistryUnreachable',
  timeout: 'RegistryUnreachable',
  cancelled: 'RegistryUnreachable',
  unauthorised: 'RegistryUnauthorised',
  'not-a-registry': 'NotARegistry',
  'bad-response': 'RegistryBadResponse',
  'too-large': 'RegistryBadResponse',
}
