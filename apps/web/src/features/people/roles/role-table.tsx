import type { PersonBody } from '@waybill/api-contract'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ActionCell, ActionsHeadCell, Cell, HeadCell, Row, Table } from '../../../shared/ui/list/table.tsx'
import type { RolePlace } from './roles-dialog.tsx'

interface RoleTableProps {
  person: PersonBody
  projects: readonly { uid: string; name: string }[]
  onChange: (place: RolePlace) => void
}

/** What a person holds in the tenant and in each of its projects. */
export function RoleTable({ person, projects, onChange }: RoleTableProps) {
  const refusal = roleRefusal(useScope(), 'user.update')
  const head = (
    <>
      <HeadCell>Where</HeadCell>
      <HeadCell>Roles</HeadCell>
      <ActionsHeadCell />
    </>
  )
  const rowOf = (where: string, held: readonly string[], place: RolePlace) => (
    <Row key={place.kind === 'tenant' ? '' : place.uid}>
      <Cell label="Where" className="wb-breakable">
        {where}
      </Cell>
      <Cell label="Roles">{held.join(', ') || <span className="wb-subtle">none</span>}</Cell>
      <ActionCell>
        <ActionButton
          label="Change"
          fullLabel={`Change roles in ${where}`}
          variant="link"
          reason={refusal}
          onClick={() => onChange(place)}
        />
      </ActionCell>
    </Row>
  )
  const heldIn = (uid: string) => person.projects.find((project) => project.uid === uid)?.roles ?? []
  return (
    <Table label={`Roles of ${person.name}`} head={head}>
      {rowOf('Tenant', person.tenantRoles, { kind: 'tenant' })}
      {projects.map(({ uid, name }) => rowOf(name, heldIn(uid), { kind: 'project', uid, name }))}
    </Table>
  )
}
