import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { isActive } from '../../../shared/registries/sync/sync-words.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { syncRefusal } from './registry-rows.ts'
import type { RegistryRequests } from '../use-registry-requests.ts'

export interface RegistryDialogs {
  onDelete: (registry: ConsoleRegistryBody) => void
  onShowRuns: (registry: ConsoleRegistryBody) => void
}

interface RegistryActionsProps extends RegistryDialogs {
  registry: ConsoleRegistryBody
  requests: RegistryRequests
}

/** The actions on a registry. Those that the user's roles do not allow are disabled and say why. */
export function RegistryActions({ registry, requests, onDelete, onShowRuns }: RegistryActionsProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const mayNotUpdate = roleRefusal(scope, 'packRegistry.update')
  return (
    <span className="wb-registry-actions">
      <SyncButton registry={registry} requests={requests} refusal={mayNotUpdate} />
      <Menu
        label={`Actions for ${registry.name}`}
        toggle={{ variant: 'plain', icon: <EllipsisVIcon /> }}
        alignment="right"
        isFocusReturned
      >
        <DropdownList>
          <Action label="Edit" refusal={mayNotUpdate} onClick={() => void navigate(paths.editRegistry(registry.uid))} />
          <Action
            label="Test connection"
            refusal={roleRefusal(scope, 'packRegistry.get') ?? withoutAddress(registry)}
            onClick={() => requests.test(registry)}
          />
          <Action label="Show syncs" refusal={undefined} onClick={() => onShowRuns(registry)} />
          <Action
            label="Delete"
            refusal={roleRefusal(scope, 'packRegistry.delete')}
            onClick={() => onDelete(registry)}
          />
        </DropdownList>
      </Menu>
    </span>
  )
}

function withoutAddress({ endpoint }: ConsoleRegistryBody): string | undefined {
  return endpoint === '' ? 'It has no address yet: edit it first.' : undefined
}

interface SyncButtonProps {
  registry: ConsoleRegistryBody
  requests: RegistryRequests
  refusal: string | undefined
}

/** Sync now, or Cancel during a sync. */
function SyncButton({ registry, requests, refusal }: SyncButtonProps) {
  const { name, uid, sync } = registry
  const isBusy = requests.busy.has(uid)
  if (isActive(sync)) {
    return (
      <ActionButton
        label="Cancel"
        fullLabel={`Cancel the sync of ${name}`}
        variant="link"
        reason={refusal ?? (sync?.isCancelRequested ? 'It is being cancelled.' : undefined)}
        isLoading={isBusy}
        onClick={() => requests.cancel(registry)}
      />
    )
  }
  return (
    <ActionButton
      label="Sync now"
      fullLabel={`Sync now: ${name}`}
      variant="link"
      reason={refusal ?? syncRefusal(registry)}
      isLoading={isBusy}
      onClick={() => requests.sync(registry)}
    />
  )
}

interface ActionProps {
  label: string
  refusal: string | undefined
  onClick: () => void
}

function Action({ label, refusal, onClick }: ActionProps) {
  return refusal === undefined ? (
    <DropdownItem onClick={onClick}>{label}</DropdownItem>
  ) : (
    <DropdownItem isAriaDisabled tooltipProps={{ content: refusal }}>
      {label}
    </DropdownItem>
  )
}
