import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { ConsoleRegistriesBody, ConsoleRegistryBody } from '@waybill/api-contract'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { useList } from '../../shared/ui/list/use-list.ts'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { RegistryDeleteDialog } from './dialogs/registry-delete-dialog.tsx'
import { RegistryTable } from './table/registry-table.tsx'
import { SyncAnnouncer } from './sync-announcer.tsx'
import { SyncRunsDialog } from './dialogs/sync-runs-dialog.tsx'
import { filterRegistries, registryList } from './filters/registry-query.ts'
import { RegistryToolbar } from './filters/registry-toolbar.tsx'
import { useLiveRegistries } from './use-live-registries.ts'
import { useRegistryRequests } from './use-registry-requests.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './registries.css'

type Dialog = { kind: 'delete' | 'runs'; uid: string } | null

/** The registries that the catalogue of packs comes from. */
export function RegistriesPage({ items }: ConsoleRegistriesBody) {
  const { registries, isLive } = useLiveRegistries(items)
  const requests = useRegistryRequests()
  const [dialog, setDialog] = useState<Dialog>(null)
  const [params] = useSearchParams()
  const query = registryList.read(params)
  const list = useList(registryList, query)
  const found = filterRegistries(registries, query)
  const close = useCallback(() => setDialog(null), [])
  const shown = registries.find(({ uid }) => uid === dialog?.uid)
  return (
    <PageSection>
      <div className="wb-flow">
        <PageHead heading="Registries" help="registries">
          {registries.length > 0 ? <AddButton /> : null}
        </PageHead>
        <p>Where packs and charts come from. A registry with an address is read again every 24 hours.</p>
        {isLive ? null : (
          <Alert
            isInline
            isPlain
            component="p"
            variant="info"
            title="Progress cannot be shown right now: the server does not answer. Trying again every few seconds."
          />
        )}
        <SyncAnnouncer registries={registries} />
        {registries.length === 0 ? (
          <Nothing title="No registries here yet" actions={<AddButton />}>
            A registry holds the packs and charts that profiles are made of. Without one, nothing can be imported.
          </Nothing>
        ) : (
          <>
            <RegistryToolbar list={list} count={found.length} />
            {found.length === 0 ? (
              <NoHit title="No registry matches" onClear={() => list.change(registryList.noFilters)}>
                No registry fits the search and the filter.
              </NoHit>
            ) : (
              <RegistryTable
                registries={found}
                requests={requests}
                onDelete={({ uid }) => setDialog({ kind: 'delete', uid })}
                onShowRuns={({ uid }) => setDialog({ kind: 'runs', uid })}
              />
            )}
          </>
        )}
      </div>
      <OpenDialog kind={dialog?.kind} registry={shown} requests={requests} onClose={close} />
    </PageSection>
  )
}

function AddButton() {
  const scope = useScope()
  return (
    <LinkButton to={paths.addRegistry} reason={roleRefusal(scope, 'packRegistry.create')}>
      Add registry
    </LinkButton>
  )
}

interface OpenDialogProps {
  kind: 'delete' | 'runs' | undefined
  registry: ConsoleRegistryBody | undefined
  requests: ReturnType<typeof useRegistryRequests>
  onClose: () => void
}

function OpenDialog({ kind, registry, requests, onClose }: OpenDialogProps) {
  if (!registry || kind === undefined) return null
  return kind === 'delete' ? (
    <RegistryDeleteDialog registry={registry} onClose={onClose} />
  ) : (
    <SyncRunsDialog registry={registry} requests={requests} onClose={onClose} />
  )
}
