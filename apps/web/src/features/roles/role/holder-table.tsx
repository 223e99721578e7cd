import type { RoleHoldersBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'

/** Users who hold a role directly, and teams. */
export function HolderTable({ holders: { users, teams } }: { holders: RoleHoldersBody }) {
  if (users.length + teams.length === 0) return <p>Nobody. It is given on the page of a person or a team.</p>
  const rows = [
    ...teams.map((team) => ({ ...team, kind: 'Team', to: paths.team(team.uid) })),
    ...users.map((user) => ({ ...user, kind: 'Person', to: paths.person(user.uid) })),
  ]
  return (
    <Table label="Who holds it" head={['Name', 'Kind', 'Where']}>
      {rows.map(({ uid, name, kind, to, isInTenant, projects }) => (
        <Row key={uid}>
          <Cell label="Name" className="wb-breakable">
            <Link to={to}>{name}</Link>
          </Cell>
          <Cell label="Kind">{kind}</Cell>
          <Cell label="Where" className="wb-breakable">
            {[...(isInTenant ? ['The tenant'] : []), ...projects.map((project) => project.name)].join(', ')}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
