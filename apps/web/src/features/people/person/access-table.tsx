import type { PersonAccessBody } from '@waybill/api-contract'
import { groupPermissions, kindWord, verbOf, verbWord } from '../../../shared/roles/permission-words.ts'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'

interface AccessTableProps {
  name: string
  access: PersonAccessBody
}

/** What a person may do where, and which role allows it, held directly or through a team. */
export function AccessTable({ name, access: { held, places } }: AccessTableProps) {
  if (held.length === 0) return <p>Nothing: {name} holds no role, and no team of theirs does.</p>
  return (
    <Table label={`What ${name} may do`} head={['Where', 'What', 'May', 'Because of']}>
      {places.flatMap(({ project, allowed }) => {
        const where = project?.name ?? 'The tenant and all its projects'
        const reasons = new Map(allowed.map(({ permission, by }) => [permission, by]))
        return groupPermissions([...reasons.keys()]).map(([kind, permissions]) => {
          const by = new Set(permissions.flatMap((permission) => reasons.get(permission) ?? []))
          return (
            <Row key={`${project?.uid ?? ''} ${kind}`}>
              <Cell label="Where" className="wb-breakable">
                {where}
              </Cell>
              <Cell label="What">{kindWord(kind)}</Cell>
              <Cell label="May">{permissions.map((permission) => verbWord(verbOf(permission))).join(', ')}</Cell>
              <Cell label="Because of" className="wb-breakable">
                {[...by].map((index) => (
                  <p key={index}>{reasonOf(held[index], project)}</p>
                ))}
              </Cell>
            </Row>
          )
        })
      })}
    </Table>
  )
}

type Held = PersonAccessBody['held'][number]

function reasonOf(held: Held | undefined, place: Held['project']): string {
  if (held === undefined) return ''
  const how = held.team === null ? 'held directly' : `by the team ${held.team.name}`
  const where = place !== null && held.project === null ? ', in the tenant' : ''
  return `${held.role.name}, ${how}${where}`
}
