import { useMemo, useState } from 'react'
import { installLimits } from '@waybill/profile-format'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { loadSession } from '../../shared/session/load-session.ts'
import { can, scopesOf } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { createImportStore, ImportStoreContext } from './state/import-store.ts'
import { ImportWizard } from './import-wizard.tsx'
import { createSyncStore, SyncStoreContext } from './sync/sync-store.ts'
import { type Wizard, WizardContext } from './wizard/wizard-context.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { scope } = enterPage(context, 'clusterProfile.create')
  const session = await loadSession(request)
  // The console must apply the server's limits, so that both accept the same files.
  installLimits(session.limits)
  const scopes = scopesOf(session)
  const tenant = scopes.find(({ kind }) => kind === 'tenant')
  const macroScopes: Wizard['macroScopes'] = [
    ...(scope.kind === 'project' && can(scope, 'macro.create') ? (['project'] as const) : []),
    ...(tenant && can(tenant, 'macro.create') ? (['tenant'] as const) : []),
  ]
  return {
    macroScopes,
    canPublish: can(scope, 'clusterProfile.publish'),
    canSync: tenant !== undefined && can(tenant, 'packRegistry.update'),
    canAddRegistry: tenant !== undefined && can(tenant, 'packRegistry.create'),
  }
}

export function Component() {
  const scope = useScope()
  return <ScopedImport key={scope.uid} />
}

function ScopedImport() {
  const scope = useScope()
  const { macroScopes, canPublish, canSync, canAddRegistry } = useLoaderData<typeof loader>()
  const [store] = useState(createImportStore)
  const [syncs] = useState(createSyncStore)
  const wizard = useMemo(
    () => ({ connection: connectionOf(scope), scope, macroScopes, canPublish, canSync, canAddRegistry }),
    [scope, macroScopes, canPublish, canSync, canAddRegistry],
  )
  return (
    <ImportStoreContext value={store}>
      <WizardContext value={wizard}>
        <SyncStoreContext value={syncs}>
          <ImportWizard />
        </SyncStoreContext>
      </WizardContext>
    </ImportStoreContext>
  )
}
