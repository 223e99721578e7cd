import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { api } from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useState } from 'react'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { TENANT } from '../../../shared/http/connection.ts'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { formOf, registryForms } from '../../../shared/registries/registry-requests.ts'
import { RegistryUsers } from './registry-users.tsx'

interface RegistryDeleteDialogProps {
  registry: ConsoleRegistryBody
  onClose: () => void
}

/** Asks before a registry is deleted; if profiles use it, names them and requires a second confirmation. */
export function RegistryDeleteDialog({ registry, onClose }: RegistryDeleteDialogProps) {
  const { name, uid, versions } = registry
  const users = useAnswer((signal) => api.consoleRegistries.listUsers(TENANT, { params: { uid }, signal }), uid)
  const [isForced, setIsForced] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const remove = () =>
    registryForms[formOf(registry)].own.delete(TENANT, {
      params: { uid },
      query: { force: isForced ? 'true' : undefined },
    })
  const found = users?.ok ? users.value : null
  const isUsed = found !== null && found.profiles.length + found.hidden > 0
  const failure = error ?? (users && !users.ok ? users.error : null)
  return (
    <ConfirmDialog
      title={`Delete registry ${name}?`}
      refusal={failure}
      action="Delete"
      isBusy={isBusy}
      isDisabled={found === null || (isUsed && !isForced)}
      onConfirm={() => void change(remove, `Registry ${name} deleted.`)}
      className="wb-flow"
      onClose={onClose}
    >
      <p>
        {versions === 0
          ? 'None of its packs is in the catalogue.'
          : `This also removes ${counted(versions, 'version')} from the catalogue.`}
      </p>
      {users === null ? <Skeleton screenreaderText="Looking for profiles that use it" /> : null}
      {found ? <RegistryUsers users={found} /> : null}
      {isUsed ? (
        <Checkbox
          id="registry-delete-anyway"
          label="Delete anyway: their layers become invalid; values are kept"
          isChecked={isForced}
          onChange={(_event, isChecked) => setIsForced(isChecked)}
        />
      ) : null}
    </ConfirmDialog>
  )
}
