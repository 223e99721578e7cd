import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import type { Result } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../ui/dialogs/dialog.tsx'
import { useChange } from '../ui/dialogs/use-change.ts'
import { failureLine } from '../ui/messages/failure-text.ts'
import type { Role } from './role.ts'
import { rolesHeldIn, type RoleHolder, type RolePlace } from './role-holder.ts'
import { RoleChoices } from './role-choices.tsx'

interface RolesDialogProps {
  holder: RoleHolder
  place: RolePlace
  roles: readonly Role[]
  /** Sends what was chosen: names of roles. */
  save: (place: RolePlace, roles: readonly string[]) => Promise<Result<unknown>>
  onClose: () => void
}

/** Chooses which roles a person or a team holds in one place. */
export function RolesDialog({ holder, place, roles, save, onClose }: RolesDialogProps) {
  const [chosen, setChosen] = useState(rolesHeldIn(holder, place))
  const { isBusy, error, change } = useChange(onClose)
  const where = place.kind === 'tenant' ? 'the tenant' : place.name
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isBusy) void change(() => save(place, chosen), `Roles of ${holder.name} in ${where} saved.`)
  }
  const saving = (
    <Button type="submit" form="roles-form" isLoading={isBusy} isDisabled={isBusy}>
      Save
    </Button>
  )
  return (
    <Dialog
      title={`Roles of ${holder.name} in ${where}`}
      variant="medium"
      refusal={error && failureLine(error)}
      actions={saving}
      onClose={onClose}
    >
      <Form id="roles-form" onSubmit={handleSubmit}>
        <RoleChoices roles={roles} scope={place.kind} chosen={chosen} onChoose={setChosen} />
      </Form>
    </Dialog>
  )
}
