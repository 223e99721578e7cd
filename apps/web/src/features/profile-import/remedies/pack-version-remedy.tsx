import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { takePackVersion } from '../import-decisions.ts'
import { useImport } from '../import-store.ts'
import type { ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from './remedy-row.tsx'
import { SyncRemedy } from './sync-remedy.tsx'

type PackVersionRow = Extract<ValidateRow, { kind: 'pack-version' }>

/** A pack version that is in no registry here: another one is taken, or a registry is synced. */
export function PackVersionRemedy({ row }: { row: PackVersionRow }) {
  const decide = useImport((state) => state.decide)
  const { layer, taken } = row
  const registry = layer.chosen?.registryName
  return (
    <RemedyRow
      row={row}
      place={layer.name}
      sentence={row.problems.map(({ message }) => message).join(' ')}
      settled={`${taken ?? layer.version}${registry ? ` from ${registry}` : ''} in place of the version in the file.`}
      onChange={() => decide(takePackVersion(layer.index, null))}
    >
      {layer.alternatives.length > 0 ? <VersionSelect row={row} /> : null}
      <SyncRemedy row={row} />
    </RemedyRow>
  )
}

function VersionSelect({ row: { layer, id } }: { row: PackVersionRow }) {
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const handleSelect = (choice: string) => {
    const alternative = layer.alternatives[Number(choice)]
    if (choice === '' || !alternative) return
    decide(takePackVersion(layer.index, alternative))
    setRowOpen(id, false)
  }
  return (
    <FormGroup label="Version that is here" fieldId={`${id}-version`} className="wb-field">
      <FormSelect id={`${id}-version`} value="" onChange={(_event, value) => handleSelect(value)}>
        <FormSelectOption value="" label="Choose a version" isPlaceholder />
        {layer.alternatives.map((alternative, index) => (
          <FormSelectOption
            key={`${alternative.version}-${alternative.registryUid}`}
            value={String(index)}
            label={`${alternative.version} (${alternative.order}) in ${alternative.registryName}`}
          />
        ))}
      </FormSelect>
    </FormGroup>
  )
}
