import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { takePackVersion } from '../../../state/import-decisions.ts'
import { useImport } from '../../../state/import-store.ts'
import type { PlannedLayer } from '../../validate-rows.ts'

interface VersionSelectProps {
  rowId: string
  layer: PlannedLayer
  label: string
}

/** The versions of a pack that are available here. */
export function VersionSelect({ rowId, layer, label }: VersionSelectProps) {
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const handleSelect = (choice: string) => {
    const alternative = layer.alternatives[Number(choice)]
    if (choice === '' || !alternative) return
    decide(takePackVersion(layer.index, alternative))
    setRowOpen(rowId, false)
  }
  const id = `${rowId}-version-${layer.index}`
  return (
    <FormGroup label={label} fieldId={id} className="wb-field">
      <FormSelect
        id={id}
        aria-label={`${label}: ${layer.name}`}
        value=""
        onChange={(_event, value) => handleSelect(value)}
      >
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
