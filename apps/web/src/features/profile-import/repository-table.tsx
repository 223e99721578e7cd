import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table/dist/dynamic/components/Table'
import { takeRegistry } from './import-decisions.ts'
import { useImport } from './import-store.ts'
import { type RepositoryRow, sameNamed } from './repository-rows.ts'

/** One row a pack that more than one registry holds. */
export function RepositoryTable({ rows }: { rows: readonly RepositoryRow[] }) {
  return (
    <Table aria-label="Packs and their repositories" variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>Pack</Th>
          <Th>Version</Th>
          <Th>Registry in the file</Th>
          <Th>Repository</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.index} id={`repository-${row.index}`}>
            <Td dataLabel="Pack">{row.name}</Td>
            <Td dataLabel="Version">{row.version}</Td>
            <Td dataLabel="Registry in the file">{row.sourceRegistry.name || 'none'}</Td>
            <Td dataLabel="Repository">
              <RepositorySelect row={row} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}

function RepositorySelect({ row }: { row: RepositoryRow }) {
  const decide = useImport((state) => state.decide)
  const chosen = row.chosen?.registryUid ?? ''
  return (
    <div className="wb-repository">
      <FormSelect
        aria-label={`Repository of ${row.name}`}
        value={chosen}
        validated={chosen === '' ? 'error' : 'default'}
        onChange={(_event, uid) => uid !== '' && decide(takeRegistry([row.index], uid))}
      >
        {chosen === '' ? <FormSelectOption value="" label="Choose a repository" isPlaceholder /> : null}
        {row.candidates.map(({ registryUid, registryName, registryKind }) => (
          <FormSelectOption key={registryUid} value={registryUid} label={`${registryName} (${registryKind})`} />
        ))}
      </FormSelect>
      {chosen !== '' && chosen === sameNamed(row) ? <Label isCompact>same name</Label> : null}
    </div>
  )
}
