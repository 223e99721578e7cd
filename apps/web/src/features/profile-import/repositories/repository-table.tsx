import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { registryKindName } from '../../../shared/ui/words/profile-words.ts'
import { takeRegistry } from '../state/import-decisions.ts'
import { useImport } from '../state/import-store.ts'
import { type RepositoryRow, sameNamed } from './repository-rows.ts'

const head = ['Pack', 'Version', 'Registry in the file', 'Registry here']

/** One row for each pack that more than one registry holds. */
export function RepositoryTable({ rows }: { rows: readonly RepositoryRow[] }) {
  return (
    <Table label="Packs and their registries" head={head}>
      {rows.map((row) => (
        <Row key={row.index}>
          <Cell label="Pack">{row.name}</Cell>
          <Cell label="Version">{row.version}</Cell>
          <Cell label="Registry in the file">{row.sourceRegistry.name || 'none'}</Cell>
          <Cell label="Registry here" className="wb-repository-cell">
            <RepositorySelect row={row} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function RepositorySelect({ row }: { row: RepositoryRow }) {
  const decide = useImport((state) => state.decide)
  const chosen = row.chosen?.registryUid ?? ''
  return (
    <div className="wb-repository" data-open={chosen === ''}>
      <FormSelect
        aria-label={`Registry for ${row.name}`}
        value={chosen}
        validated={chosen === '' ? 'error' : 'default'}
        onChange={(_event, uid) => uid !== '' && decide(takeRegistry([row.index], uid))}
      >
        {chosen === '' ? <FormSelectOption value="" label="Choose a registry" isPlaceholder /> : null}
        {row.candidates.map(({ registryUid, registryName, registryKind }) => (
          <FormSelectOption
            key={registryUid}
            value={registryUid}
            label={`${registryName} (${registryKindName(registryKind)})`}
          />
        ))}
      </FormSelect>
      {chosen !== '' && chosen === sameNamed(row) ? <Label isCompact>same name</Label> : null}
    </div>
  )
}
