import type { Result } from '@waybill/api-client'
import { useState } from 'react'
import { FormDialog } from '../ui/dialogs/form-dialog.tsx'
import { useChange } from '../ui/sending/use-change.ts'
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
  const handleSubmit = () => void change(() => save(place, chosen), `Roles of ${holder.name} in ${where} saved.`)
  return (
    <FormDialog
      title={`Roles of ${holder.name} in ${where}`}
      variant="medium"
      refusal={error}
      action="Save"
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <RoleChoices roles={roles} scope={place.kind} chosen={chosen} onChoose={setChosen} />
    </FormDialog>
  )
}
