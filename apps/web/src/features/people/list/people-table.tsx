import type { PersonBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { Cell, HeadCell, Row, sortHeads, Table } from '../../../shared/ui/list/table.tsx'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import { LastTime } from '../../../shared/ui/words/last-time.tsx'
import { PersonState } from '../person-state.tsx'
import type { PeopleList } from './people-query.ts'

interface PeopleTableProps {
  people: readonly PersonBody[]
  query: PeopleList
  onChange: ChangeList<PeopleList>
}

export function PeopleTable({ people, query, onChange }: PeopleTableProps) {
  const sorted = sortHeads(query, onChange)
  const head = (
    <>
      {sorted('name', 'Name')}
      <HeadCell>State</HeadCell>
      <HeadCell>Roles in the tenant</HeadCell>
      <HeadCell>Projects</HeadCell>
      {sorted('lastSeenAt', 'Last seen')}
    </>
  )
  return (
    <Table label="People" head={head}>
      {people.map((person) => (
        <Row key={person.uid}>
          <Cell label="Name" className="wb-breakable">
            <Link to={paths.person(person.uid)}>{person.name}</Link>
            {person.name !== person.email && <p className="wb-subtle">{person.email}</p>}
          </Cell>
          <Cell label="State">
            <PersonState person={person} />
          </Cell>
          <Cell label="Roles in the tenant">
            {person.tenantRoles.join(', ') || <span className="wb-subtle">none</span>}
          </Cell>
          <Cell label="Projects" className="wb-breakable">
            {person.projects.map(({ name }) => name).join(', ') || <span className="wb-subtle">none of their own</span>}
          </Cell>
          <Cell label="Last seen" isNowrap>
            <LastTime at={person.lastSeenAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
