import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { EMPTY_VARIABLE, VARIABLE_FORMATS, VARIABLE_INPUT_TYPES, type VariableInputType } from '@waybill/profile-format'
import { type SyntheticEvent, useMemo, useState } from 'react'
import { SidePanel } from '../../../shared/ui/dialogs/side-panel.tsx'
import { ChoiceField } from '../../../shared/ui/forms/choice-field.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { DraftVariable } from '../state/variable-texts.ts'
import { RuleChecks } from './rule-checks.tsx'
import { DefaultField } from './default-field.tsx'
import { OptionsField } from './options-field.tsx'
import { TryValue } from './try-value.tsx'
import { variableProblems } from './variable-problems.ts'

const INPUT_TYPE_NAMES: Readonly<Record<VariableInputType, string>> = {
  text: 'One line',
  multiline: 'Several lines',
  dropdown: 'One of several options',
}

interface VariablePanelProps {
  variables: readonly DraftVariable[]
  /** The variable's current name; null for a new one. */
  before: string | null
  onTake: (variable: DraftVariable) => void
  onClose: () => void
}

/** All fields of one variable, checked while typing. */
export function VariablePanel({ variables, before, onTake, onClose }: VariablePanelProps) {
  const [variable, setVariable] = useState(() => variables.find(({ name }) => name === before) ?? EMPTY_VARIABLE)
  const [wasSent, setWasSent] = useState(false)
  const problems = useMemo(() => {
    const others = variables.filter(({ name }) => name !== before)
    return variableProblems([...others, variable]).filter(({ index }) => index === others.length)
  }, [variables, variable, before])
  const change = (fields: Partial<DraftVariable>) => setVariable({ ...variable, ...fields })
  const problemOf = (field: string) => {
    // A new variable's name is empty from the start, so this is reported only after trying to save.
    if (field === 'name' && variable.name === '' && !wasSent) return ''
    return problems.find((each) => each.field === field || each.field.startsWith(`${field}[`))?.message ?? ''
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (problems.some(({ severity }) => severity === 'error')) return showFirstProblem()
    onTake(variable)
  }
  return (
    <SidePanel title={before === null ? 'Add variable' : `Variable ${before}`} onClose={onClose}>
      <Form onSubmit={handleSubmit} noValidate>
        <TextField
          id="variable-name"
          label="Name"
          isRequired
          autoFocus
          value={variable.name}
          problem={problemOf('name')}
          hint={`Use it in values as {{.spectro.var.${variable.name || 'name'}}}.`}
          autoComplete="off"
          spellCheck={false}
          onChange={(name) => change({ name })}
        />
        <TextField
          id="variable-displayName"
          label="Display name"
          value={variable.displayName}
          problem={problemOf('displayName')}
          autoComplete="off"
          spellCheck={false}
          onChange={(displayName) => change({ displayName })}
        />
        <TextField
          id="variable-description"
          label="Description"
          value={variable.description}
          autoComplete="off"
          spellCheck={false}
          onChange={(description) => change({ description })}
        />
        <ChoiceField
          id="variable-format"
          label="Format"
          choices={VARIABLE_FORMATS}
          value={variable.format}
          onChange={(format) => change({ format })}
        />
        <ChoiceField
          id="variable-inputType"
          label="Input"
          choices={VARIABLE_INPUT_TYPES}
          nameOf={(choice) => INPUT_TYPE_NAMES[choice]}
          value={variable.inputType}
          onChange={(inputType) => change({ inputType, ...(inputType !== 'dropdown' && { options: [] }) })}
        />
        {variable.inputType === 'dropdown' && (
          <OptionsField
            options={variable.options}
            problem={problemOf('options')}
            onChange={(options) => change({ options })}
          />
        )}
        <FormGroup label="Default" fieldId="variable-default">
          <DefaultField
            variable={variable}
            id="variable-default"
            isWrong={problemOf('defaultValue') !== ''}
            onChange={(defaultValue) => change({ defaultValue })}
          />
          <FieldText id="variable-default-help" problem={problemOf('defaultValue')} />
        </FormGroup>
        <TextField
          id="variable-regex"
          label="Pattern"
          value={variable.regex}
          problem={problemOf('regex')}
          hint="A regular expression (RE2) that values have to match."
          autoComplete="off"
          spellCheck={false}
          onChange={(regex) => change({ regex })}
        />
        <RuleChecks variable={variable} onChange={change} />
        <TryValue variable={variable} />
        <div>
          <Button type="submit">{before === null ? 'Add variable' : 'Apply'}</Button>
        </div>
      </Form>
    </SidePanel>
  )
}
