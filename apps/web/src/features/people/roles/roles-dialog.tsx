import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { setProjectRoles, setTenantRoles } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { type SyntheticEvent, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { Role } from './role.ts'
import { RoleChoices } from './role-choices.tsx'

/** The tenant, or one of its projects. */
export type RolePlace = { kind: 'tenant' } | { kind: 'project'; uid: string; name: string }

interface RolesDialogProps {
  person: PersonBody
  place: RolePlace
  roles: readonly Role[]
  onClose: () => void
}

/** Chooses which roles somebody holds in one place. */
export function RolesDialog({ person, place, roles, onClose }: RolesDialogProps) {
  const connection = connectionOf(useScope())
  const [chosen, setChosen] = useState(heldIn(person, place))
  const { isBusy, error, change } = useChange(onClose)
  const where = place.kind === 'tenant' ? 'the tenant' : place.name
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const save = () =>
      place.kind === 'tenant'
        ? setTenantRoles(connection, person.uid, chosen)
        : setProjectRoles(connection, person.uid, { projectUid: place.uid, roles: chosen })
    if (!isBusy) void change(save, `Roles of ${person.name} in ${where} saved.`)
  }
  const saving = (
    <Button type="submit" form="roles-form" isLoading={isBusy} isDisabled={isBusy}>
      Save
    </Button>
  )
  return (
    <Dialog
      title={`Roles of ${person.name} in ${where}`}
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

const heldIn = ({ tenantRoles, projects }: PersonBody, place: RolePlace): readonly string[] =>
  place.kind === 'tenant' ? tenantRoles : (projects.find(({ uid }) => uid === place.uid)?.roles ?? [])
