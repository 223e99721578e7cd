import type { ConsoleTeamsBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { Cell, HeadCell, Row, SortHeadCell, Table } from '../../../shared/ui/list/table.tsx'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import type { TeamList } from './team-query.ts'

interface TeamsTableProps {
  teams: ConsoleTeamsBody['items']
  query: TeamList
  onChange: ChangeList<TeamList>
}

export function TeamsTable({ teams, query, onChange }: TeamsTableProps) {
  const head = (
    <>
      <SortHeadCell order={query.order} onSort={(order) => onChange({ order })}>
        Name
      </SortHeadCell>
      <HeadCell>Members</HeadCell>
      <HeadCell>Roles in the tenant</HeadCell>
      <HeadCell>Projects</HeadCell>
    </>
  )
  return (
    <Table label="Teams" head={head}>
      {teams.map(({ uid, name, memberCount, tenantRoles, projects }) => (
        <Row key={uid}>
          <Cell label="Name" className="wb-breakable">
            <Link to={paths.team(uid)}>{name}</Link>
          </Cell>
          <Cell label="Members">{memberCount}</Cell>
          <Cell label="Roles in the tenant" className="wb-breakable">
            {namesOf(tenantRoles)}
          </Cell>
          <Cell label="Projects" className="wb-breakable">
            {namesOf(projects)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const namesOf = (things: readonly { name: string }[]) =>
  things.map(({ name }) => name).join(', ') || <span className="wb-subtle">none</span>
