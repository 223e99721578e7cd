import { route } from '../../../platform/http/route.ts'
import { REGISTRY_FORMS } from '../forms/registry-forms.ts'
import { readDraft } from '../forms/registry-input.ts'
import type { RegistryRoutes } from '../registry-route-options.ts'
import { probeRegistry } from './registry-probe-service.ts'

export const registryProbeRoutes: RegistryRoutes = async (app, { tools }) => {
  for (const { form, of } of REGISTRY_FORMS) {
    route(app, of.test, async ({ tenantDb: db, caller, body: spec }) => {
      const draft = readDraft(form, { metadata: { name: 'probe' }, spec })
      await probeRegistry({ db, caller, tools }, { draft, registryUid: spec.registryUid ?? '' })
    })
  }
}
