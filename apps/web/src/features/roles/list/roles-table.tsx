import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { groupPermissions, kindWord, verbOf } from '../../../shared/roles/permission-words.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { RoleKind, scopeWords } from '../role-labels.tsx'
import './roles-table.css'

const VIEW = ['get', 'list']

/** A short summary of a role's permissions. */
function extentOf(permissions: readonly string[]): string {
  const verbs = permissions.map(verbOf)
  if (verbs.every((verb) => VIEW.includes(verb))) return 'view'
  return verbs.includes('delete') ? 'all' : 'edit'
}

export function RolesTable({ roles }: { roles: readonly Role[] }) {
  return (
    <Table label="Roles" head={['Name', 'Kind', 'Held in', 'About']}>
      {roles.map((role) => (
        <Row key={role.metadata.uid}>
          <Cell label="Name" className="wb-breakable wb-role-name">
            <Link to={paths.role(role.metadata.uid)}>{roleName(role)}</Link>
          </Cell>
          <Cell label="Kind">
            <RoleKind role={role} />
          </Cell>
          <Cell label="Held in" isNowrap>
            {scopeWords(role)}
          </Cell>
          <Cell label="About">
            {groupPermissions(role.spec.permissions)
              .map(([kind, permissions]) => `${kindWord(kind)} (${extentOf(permissions)})`)
              .join(', ') || <span className="wb-subtle">nothing</span>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
