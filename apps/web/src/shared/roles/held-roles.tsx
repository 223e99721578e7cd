import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useConnection } from '../http/use-connection.ts'
import { roleRefusal } from '../session/scope.ts'
import { useScope } from '../session/scope-context.ts'
import { ActionButton } from '../ui/buttons/action-button.tsx'
import { FormDialog } from '../ui/dialogs/form-dialog.tsx'
import { ActionCell, Cell, Row, Table } from '../ui/list/table.tsx'
import { useChange } from '../ui/sending/use-change.ts'
import { RoleChoices } from './role-choices.tsx'
import type { Role } from './role.ts'

const HOLDERS = {
  user: { permission: 'user.update', operations: api.userRoles },
  team: { permission: 'team.update', operations: api.teamRoles },
} as const

interface HeldRolesProps {
  /** A user or a team, with the names of the roles that they hold directly. */
  holder: {
    kind: keyof typeof HOLDERS
    uid: string
    name: string
    tenantRoles: readonly string[]
    projects: readonly { uid: string; roles: readonly string[] }[]
  }
  roles: readonly Role[]
  /** Every project of the tenant. */
  projects: readonly { uid: string; name: string }[]
}

/** The roles held in the tenant, which has no uid here, or in a project. */
interface Place {
  uid?: string
  name: string
  held: readonly string[]
}

/** The roles of a user or team in the tenant and its projects, with buttons to change them. */
export function HeldRoles({ holder, roles, projects }: HeldRolesProps) {
  const refusal = roleRefusal(useScope(), HOLDERS[holder.kind].permission)
  const [changed, setChanged] = useState<Place | null>(null)
  const places: readonly Place[] = [
    { name: 'Tenant', held: holder.tenantRoles },
    ...projects.map(({ uid, name }) => ({
      uid,
      name,
      held: holder.projects.find((project) => project.uid === uid)?.roles ?? [],
    })),
  ]
  return (
    <>
      <Table label={`Roles of ${holder.name}`} head={['Where', 'Roles']} hasActions>
        {places.map((place) => (
          <Row key={place.uid ?? ''}>
            <Cell label="Where" className="wb-breakable">
              {place.name}
            </Cell>
            <Cell label="Roles">{place.held.join(', ') || <span className="wb-subtle">none</span>}</Cell>
            <ActionCell>
              <ActionButton
                label="Edit"
                fullLabel={`Edit roles in ${place.name}`}
                variant="link"
                reason={refusal}
                onClick={() => setChanged(place)}
              />
            </ActionCell>
          </Row>
        ))}
      </Table>
      {changed && <RolesDialog holder={holder} place={changed} roles={roles} onClose={() => setChanged(null)} />}
    </>
  )
}

interface RolesDialogProps extends Pick<HeldRolesProps, 'holder' | 'roles'> {
  place: Place
  onClose: () => void
}

/** Selects the roles of a user or team in one place. */
function RolesDialog({ holder, place: { uid, name, held }, roles, onClose }: RolesDialogProps) {
  const connection = useConnection()
  const [chosen, setChosen] = useState(held)
  const { isBusy, error, change } = useChange(onClose)
  const { operations } = HOLDERS[holder.kind]
  const params = { uid: holder.uid }
  const title = `Roles of ${holder.name} in ${uid === undefined ? 'the tenant' : name}`
  const save = () =>
    uid === undefined
      ? operations.replaceInTenant(connection, { params, body: { roles: [...chosen] } })
      : operations.replaceInProjects(connection, {
          params,
          body: { projects: [{ projectUid: uid, roles: [...chosen] }] },
        })
  return (
    <FormDialog
      title={title}
      variant="medium"
      refusal={error}
      action="Save"
      isBusy={isBusy}
      onSubmit={() => void change(save, `${title} saved.`)}
      onClose={onClose}
    >
      <RoleChoices
        roles={roles}
        scope={uid === undefined ? 'tenant' : 'project'}
        chosen={chosen}
        onChoose={setChosen}
      />
    </FormDialog>
  )
}
