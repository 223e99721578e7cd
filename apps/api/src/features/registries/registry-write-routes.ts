import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { REGISTRY_FORMS } from './forms/registry-forms.ts'
import { isSyncSkipped, readDraft } from './forms/registry-input.ts'
import type { RegistryRoutes } from './registry-route-options.ts'
import { createRegistry, replaceRegistry } from './registry-service.ts'

export const registryWriteRoutes: RegistryRoutes = async (app, { tools }) => {
  for (const { form, of, isOfForm } of REGISTRY_FORMS) {
    route(app, of.create, async ({ tenantDb: db, caller, body, query }, reply) => {
      const skipSync = query.skipPackSync === 'true' || isSyncSkipped(body.spec)
      const { uid, auditUid } = await createRegistry({ db, caller, tools }, { draft: readDraft(form, body), skipSync })
      sendAuditUid(reply, auditUid)
      return { uid }
    })

    route(app, of.replace, async ({ tenantDb: db, caller, params: { uid }, body, query }, reply) => {
      const draft = readDraft(form, body)
      const forceSync = query.forceSync === 'true'
      const auditUid = await replaceRegistry({ db, caller, tools }, { wanted: { uid, isOfForm }, draft, forceSync })
      sendAuditUid(reply, auditUid)
    })
  }
}
