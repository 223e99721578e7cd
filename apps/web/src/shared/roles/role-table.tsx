import { roleRefusal } from '../session/scope.ts'
import { useScope } from '../session/scope-context.ts'
import { ActionButton } from '../ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../ui/list/table.tsx'
import type { RoleHolder, RolePlace } from './role-holder.ts'

interface RoleTableProps {
  holder: RoleHolder
  /** Which the caller needs to change them. */
  permission: 'user.update' | 'team.update'
  projects: readonly { uid: string; name: string }[]
  onChange: (place: RolePlace) => void
}

/** What a person or a team holds in the tenant and in each of its projects. */
export function RoleTable({ holder, permission, projects, onChange }: RoleTableProps) {
  const refusal = roleRefusal(useScope(), permission)
  const rowOf = (where: string, held: readonly string[], place: RolePlace) => (
    <Row key={place.kind === 'tenant' ? '' : place.uid}>
      <Cell label="Where" className="wb-breakable">
        {where}
      </Cell>
      <Cell label="Roles">{held.join(', ') || <span className="wb-subtle">none</span>}</Cell>
      <ActionCell>
        <ActionButton
          label="Edit"
          fullLabel={`Edit roles in ${where}`}
          variant="link"
          reason={refusal}
          onClick={() => onChange(place)}
        />
      </ActionCell>
    </Row>
  )
  const heldIn = (uid: string) => holder.projects.find((project) => project.uid === uid)?.roles ?? []
  return (
    <Table label={`Roles of ${holder.name}`} head={['Where', 'Roles']} hasActions>
      {rowOf('Tenant', holder.tenantRoles, { kind: 'tenant' })}
      {projects.map(({ uid, name }) => rowOf(name, heldIn(uid), { kind: 'project', uid, name }))}
    </Table>
  )
}
