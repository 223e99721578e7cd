import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { takeRegistry } from '../../../state/import-decisions.ts'
import { useImport } from '../../../state/import-store.ts'
import { messagesOf, type ValidateRow } from '../../validate-rows.ts'
import { AddRegistryHint } from './add-registry-hint.tsx'
import { RemedyRow } from '../../remedy-row.tsx'

type RegistryRow = Extract<ValidateRow, { kind: 'registry' }>

/**
 * A pack whose registry is not here, or does not hold it. Taking it from another registry is always the user's
 * decision.
 */
export function RegistryRemedy({ row }: { row: RegistryRow }) {
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const { layer } = row
  const handleSelect = (uid: string) => {
    if (uid === '') return
    decide(takeRegistry([layer.index], uid))
    setRowOpen(row.id, false)
  }
  return (
    <RemedyRow
      row={row}
      place={`${layer.name} ${layer.version}`}
      sentence={messagesOf(row.problems)}
      settled={`from ${layer.chosen?.registryName ?? 'another registry'}.`}
    >
      <FormGroup label="Take it from" fieldId={`${row.id}-registry`} className="wb-field">
        <FormSelect id={`${row.id}-registry`} value={row.taken ?? ''} onChange={(_event, value) => handleSelect(value)}>
          <FormSelectOption value="" label="Choose a registry" isPlaceholder />
          {layer.candidates.map(({ registryUid, registryName }) => (
            <FormSelectOption key={registryUid} value={registryUid} label={registryName} />
          ))}
        </FormSelect>
      </FormGroup>
      {row.problems.some(({ code }) => code === 'RegistryNotFound') ? (
        <AddRegistryHint name={layer.sourceRegistry.name} />
      ) : null}
    </RemedyRow>
  )
}
