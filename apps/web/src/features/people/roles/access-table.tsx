import type { PersonBody } from '@waybill/api-contract'
import { Cell, HeadCell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { accessOf } from './access.ts'
import type { Role } from './role.ts'

const KINDS: Readonly<Record<string, string>> = {
  apiKey: 'API keys of others',
  audit: 'Audit events',
  clusterProfile: 'Cluster profiles',
  macro: 'Macros',
  packRegistry: 'Packs and registries',
  project: 'Projects',
  role: 'Roles and tenant settings',
  tag: 'Tags',
  team: 'Teams',
  user: 'People',
}

const VERBS: Readonly<Record<string, string>> = { get: 'read', update: 'change' }

interface AccessTableProps {
  person: PersonBody
  roles: readonly Role[]
}

/** What a person may do where, and why. */
export function AccessTable({ person, roles }: AccessTableProps) {
  const access = accessOf(person, roles)
  if (access.length === 0) return <p>Nothing: {person.name} holds no role.</p>
  const head = ['Where', 'What', 'May', 'Because of'].map((title) => <HeadCell key={title}>{title}</HeadCell>)
  return (
    <Table label={`What ${person.name} may do`} head={head}>
      {access.map(({ where, kind, verbs, because }) => (
        <Row key={`${where} ${kind}`}>
          <Cell label="Where">{where}</Cell>
          <Cell label="What">{KINDS[kind] ?? kind}</Cell>
          <Cell label="May">{verbs.map((verb) => VERBS[verb] ?? verb).join(', ')}</Cell>
          <Cell label="Because of">{because.join(', ')}, held directly</Cell>
        </Row>
      ))}
    </Table>
  )
}
