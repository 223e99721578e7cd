import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { VARIABLE_FORMATS } from '@waybill/profile-format'
import { ActionCell, Cell, Row } from '../../../shared/ui/list/table.tsx'
import { useBuilder } from '../state/builder-store.ts'
import { type DraftVariable, textOfVariable, variableKey } from '../state/variable-texts.ts'
import { flagsOf } from '../state/variable-words.ts'
import type { PlacedProblem } from '../texts/problems/placed-problem.ts'
import { ProblemList } from '../texts/problems/problem-list.tsx'
import { DefaultField } from './default-field.tsx'
import { UsedMenu } from './used-menu.tsx'
import type { VariableUse } from './variable-uses.ts'

interface VariableRowProps {
  variable: DraftVariable
  uses: readonly VariableUse[]
  problems: readonly PlacedProblem[]
  onOpen: () => void
  onRemove: () => void
}

/** One variable with its most common fields, which edit its text directly. */
export function VariableRow({ variable, uses, problems, onOpen, onRemove }: VariableRowProps) {
  const dispatch = useBuilder((state) => state.dispatch)
  const { name, displayName, format, required } = variable
  const change = (fields: Partial<DraftVariable>) =>
    dispatch({ type: 'write', texts: { [variableKey(name)]: textOfVariable({ ...variable, ...fields }) } })
  return (
    <Row>
      <Cell label="Name">
        <strong>{displayName || name}</strong>
        <div>
          <code className="wb-breakable">{name}</code>
        </div>
        <span className="wb-rules">
          {flagsOf({ ...variable, required: false }).map((flag) => (
            <Label key={flag} isCompact variant="outline">
              {flag}
            </Label>
          ))}
        </span>
        <ProblemList label={`Problems of ${name}`} problems={problems} />
      </Cell>
      <Cell label="Format">
        <FormSelect
          className="wb-variable-format"
          aria-label={`Format of ${name}`}
          value={format}
          onChange={(_event, chosen) => change({ format: VARIABLE_FORMATS.find((each) => each === chosen) ?? format })}
        >
          {VARIABLE_FORMATS.map((each) => (
            <FormSelectOption key={each} value={each} label={each} />
          ))}
        </FormSelect>
      </Cell>
      <Cell label="Default">
        <div onBlur={() => dispatch({ type: 'settle' })}>
          <DefaultField
            variable={variable}
            label={`Default of ${name}`}
            onChange={(defaultValue) => change({ defaultValue })}
          />
        </div>
      </Cell>
      <Cell label="Required">
        <Checkbox
          id={`required-${name}`}
          aria-label={`${name} is required`}
          isChecked={required}
          onChange={(_event, isChecked) => change({ required: isChecked })}
        />
      </Cell>
      <Cell label="Used">
        <UsedMenu name={name} uses={uses} />
      </Cell>
      <ActionCell>
        <span className="wb-row-actions">
          <Button variant="link" isInline aria-label={`Details of ${name}`} onClick={onOpen}>
            Details
          </Button>
          <Button variant="link" isInline aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </span>
      </ActionCell>
    </Row>
  )
}
