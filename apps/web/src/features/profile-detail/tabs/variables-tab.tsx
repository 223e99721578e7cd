import type { VariableBody } from '@waybill/api-contract'
import { MASK } from '@waybill/layer-text'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { HiddenValue } from '../../../shared/ui/reveal/hidden-value.tsx'
import { RevealValue } from '../../../shared/ui/reveal/reveal-value.tsx'
import { useProfileData } from '../profile-data.ts'
import { useRevealRefusal } from '../use-reveal-refusal.ts'

export function VariablesTab() {
  const { variables } = useProfileData()
  if (variables.length === 0) {
    return <Nothing title="No variables">This profile asks for nothing when a cluster is deployed.</Nothing>
  }
  return (
    <Table label="Variables" head={['Name', 'Format', 'Default', 'Pattern', 'Rules']}>
      {variables.map((variable) => (
        <VariableRow key={variable.name} variable={variable} />
      ))}
    </Table>
  )
}

function VariableRow({ variable }: { variable: VariableBody }) {
  const { name, displayName, description, format, inputType, regex } = variable
  return (
    <Row>
      <Cell label="Name">
        <strong>{displayName || name}</strong>
        <div>
          <code>{name}</code>
        </div>
        {description !== '' && <div className="wb-subtle">{description}</div>}
      </Cell>
      <Cell label="Format">
        {format || 'string'}
        {inputType === 'dropdown' && (
          <div className="wb-subtle">one of {variable.options.map(optionName).join(', ')}</div>
        )}
        {inputType === 'multiline' && <div className="wb-subtle">several lines</div>}
      </Cell>
      <Cell label="Default">
        <DefaultValue variable={variable} />
      </Cell>
      <Cell label="Pattern">{regex === '' ? '–' : <code className="wb-breakable">{regex}</code>}</Cell>
      <Cell label="Rules">
        <span className="wb-rules">
          {rulesOf(variable).map((rule) => (
            <Label key={rule} isCompact variant="outline">
              {rule}
            </Label>
          ))}
        </span>
      </Cell>
    </Row>
  )
}

function DefaultValue({ variable: { name, isSensitive, defaultValue } }: { variable: VariableBody }) {
  const { profile } = useProfileData()
  const reason = useRevealRefusal()
  if (defaultValue === '') return '–'
  if (defaultValue.includes(MASK)) {
    return <RevealValue name={name} profileUid={profile.metadata.uid} place={{ variable: name }} reason={reason} />
  }
  if (isSensitive) return <HiddenValue />
  return <code className="wb-breakable">{defaultValue}</code>
}

const optionName = ({ label, value }: VariableBody['options'][number]) => label || value

function rulesOf({ required, hidden, immutable, isSensitive }: VariableBody): readonly string[] {
  return [required && 'Required', immutable && 'Read-only', hidden && 'Hidden', isSensitive && 'Sensitive'].filter(
    (rule) => rule !== false,
  )
}
