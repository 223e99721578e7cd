import { AppError } from '../../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { REGISTRY_FORMS } from './registry-forms.ts'
import { createRegistryRepository } from '../registry-repository.ts'
import type { RegistryRoutes } from '../registry-route-options.ts'
import { deleteRegistry } from '../registry-service.ts'

export const registryFormRoutes: RegistryRoutes = async (app, { tools }) => {
  for (const { of, isOfForm, mayRead, present } of REGISTRY_FORMS) {
    route(app, of.get, async ({ tenantDb, params: { uid } }) => {
      const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ uid })
      if (!registry || !mayRead(registry)) throw new AppError('ResourceNotFound')
      return present(registry)
    })

    route(app, of.delete, async ({ tenantDb: db, caller, params: { uid }, query }, reply) => {
      const wanted = { uid, isOfForm }
      sendAuditUid(reply, await deleteRegistry({ db, caller, tools }, { wanted, force: query.force === 'true' }))
    })
  }
}
