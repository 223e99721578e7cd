import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { useId } from 'react'
import { takeRegistry } from '../state/import-decisions.ts'
import { useImport } from '../state/import-store.ts'
import type { SourceGroup } from './repository-rows.ts'

/** One choice for all packs that come from the same registry in the file. */
export function SourceChoice({ group: { source, rows, shared } }: { group: SourceGroup }) {
  const decide = useImport((state) => state.decide)
  const id = useId()
  const chosen = new Set(rows.map((row) => row.chosen?.registryUid ?? ''))
  const [only] = chosen.size === 1 ? chosen : []
  const indexes = rows.map((row) => row.index)
  return (
    <div className="wb-field">
      <label htmlFor={id}>Use for all packs from “{source}”</label>
      <FormSelect
        id={id}
        value={only ?? ''}
        onChange={(_event, uid) => uid !== '' && decide(takeRegistry(indexes, uid))}
      >
        {only ? null : (
          <FormSelectOption value="" label={only === '' ? 'Choose a registry' : 'Several registries'} isPlaceholder />
        )}
        {shared.map(({ uid, name }) => (
          <FormSelectOption key={uid} value={uid} label={name} />
        ))}
      </FormSelect>
    </div>
  )
}
