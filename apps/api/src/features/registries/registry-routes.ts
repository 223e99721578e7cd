import { operations } from '@waybill/api-contract/operations'
import { AppError } from '../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { consoleRegistryRoutes } from './console/console-registry-routes.ts'
import { registryFormRoutes } from './forms/registry-form-routes.ts'
import type { RegistryRoutes } from './registry-route-options.ts'
import { registryListRoutes } from './list/registry-list-routes.ts'
import { authOf } from './registry-presenter.ts'
import { createRegistryRepository } from './registry-repository.ts'
import { deleteRegistry } from './registry-service.ts'

const { registries } = operations

/**
 * Operations that belong to no single form: metadata of all registries, one by name, and OCI registries of any type.
 */
export const registryRoutes: RegistryRoutes = async (app, options) => {
  await app.register(registryFormRoutes, options)
  await app.register(registryListRoutes, options)
  await app.register(consoleRegistryRoutes)
  const { tools } = options

  route(app, registries.listNames, async ({ tenantDb, query }) => ({
    items: await createRegistryRepository(tenantDb, tools.cipher).listMetadata(query.scope),
  }))

  route(app, registries.getConfig, async ({ tenantDb, params }) => {
    const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ name: params.registryName })
    if (!registry) throw new AppError('ResourceNotFound')
    return { config: { name: registry.name, endpoint: registry.endpoint, auth: authOf(registry) } }
  })

  route(app, registries.delete, async ({ tenantDb: db, caller, params: { uid }, query }, reply) => {
    const wanted = { uid, isOfForm: () => true }
    const auditUid = await deleteRegistry({ db, caller, tools }, { wanted, force: query.force === 'true' })
    sendAuditUid(reply, auditUid)
  })

  route(app, registries.getOci, async ({ tenantDb, params: { uid } }) => {
    const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ uid })
    if (registry?.kind !== 'oci') throw new AppError('ResourceNotFound')
    const { defaultRegion, endpoint, providerType, scope, ociType } = registry
    return { auth: authOf(registry), defaultRegion, endpoint, providerType, scope, type: ociType || 'basic' }
  })

  route(app, registries.getImageRegistry, async () => {
    throw new AppError('NotSupported')
  })
}
