import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { type Column, COLUMNS, DENSITIES, type Density, type ListView, USUAL_VIEW } from './list-view.ts'

interface ViewDialogProps {
  view: ListView
  onChange: (view: ListView) => void
  onClose: () => void
}

const COLUMN_NAMES: Record<Column, string> = {
  version: 'Version',
  type: 'Type',
  cloud: 'Cloud',
  layers: 'Layers',
  scope: 'Scope',
  state: 'State',
  modified: 'Modified',
}
const DENSITY_NAMES: Record<Density, string> = { compact: 'Compact', comfortable: 'Comfortable' }

/** Chooses the columns and the row density; a change takes effect at once and is stored in this browser. */
export function ViewDialog({ view, onChange, onClose }: ViewDialogProps) {
  const toggle = (column: Column) => {
    const chosen = view.columns.includes(column)
      ? view.columns.filter((each) => each !== column)
      : [...view.columns, column]
    onChange({ ...view, columns: COLUMNS.filter((each) => chosen.includes(each)) })
  }
  return (
    <Dialog
      title="View of the list"
      closeLabel="Close"
      foot={
        <Button variant="secondary" onClick={() => onChange(USUAL_VIEW)}>
          Reset
        </Button>
      }
      onClose={onClose}
    >
      <fieldset className="wb-view-choices">
        <legend>Columns</legend>
        {COLUMNS.map((column) => (
          <Checkbox
            key={column}
            id={`view-${column}`}
            label={COLUMN_NAMES[column]}
            isChecked={view.columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </fieldset>
      <fieldset className="wb-view-choices">
        <legend>Rows</legend>
        {DENSITIES.map((density) => (
          <Radio
            key={density}
            id={`view-${density}`}
            name="view-density"
            label={DENSITY_NAMES[density]}
            isChecked={view.density === density}
            onChange={() => onChange({ ...view, density })}
          />
        ))}
      </fieldset>
    </Dialog>
  )
}
