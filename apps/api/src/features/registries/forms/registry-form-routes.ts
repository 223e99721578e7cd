import { AppError } from '../../../platform/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { probeRegistry } from '../probe/registry-probe-service.ts'
import { createRegistryRepository } from '../registry-repository.ts'
import type { RegistryRoutes } from '../registry-route-options.ts'
import { createRegistry, deleteRegistry, replaceRegistry } from '../registry-service.ts'
import { REGISTRY_FORMS } from './registry-forms.ts'
import { isSyncSkipped, readDraft } from './registry-input.ts'

export const registryFormRoutes: RegistryRoutes = async (app, { tools }) => {
  for (const { form, of, isOfForm, mayRead, present } of REGISTRY_FORMS) {
    route(app, of.create, async ({ tenantDb: db, caller, body, query }, reply) => {
      const skipSync = query.skipPackSync === 'true' || isSyncSkipped(body.spec)
      const { uid, auditUid } = await createRegistry({ db, caller, tools }, { draft: readDraft(form, body), skipSync })
      sendAuditUid(reply, auditUid)
      return { uid }
    })

    route(app, of.get, async ({ tenantDb, params: { uid } }) => {
      const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ uid })
      if (!registry || !mayRead(registry)) throw new AppError('ResourceNotFound')
      return present(registry)
    })

    route(app, of.replace, async ({ tenantDb: db, caller, params: { uid }, body, query }, reply) => {
      const draft = readDraft(form, body)
      const forceSync = query.forceSync === 'true'
      const auditUid = await replaceRegistry({ db, caller, tools }, { wanted: { uid, isOfForm }, draft, forceSync })
      sendAuditUid(reply, auditUid)
    })

    route(app, of.delete, async ({ tenantDb: db, caller, params: { uid }, query }, reply) => {
      const wanted = { uid, isOfForm }
      sendAuditUid(reply, await deleteRegistry({ db, caller, tools }, { wanted, force: query.force === 'true' }))
    })

    route(app, of.test, async ({ tenantDb: db, caller, body: spec }) => {
      const draft = readDraft(form, { metadata: { name: 'probe' }, spec })
      await probeRegistry({ db, caller, tools }, { draft, registryUid: spec.registryUid ?? '' })
    })
  }
}
