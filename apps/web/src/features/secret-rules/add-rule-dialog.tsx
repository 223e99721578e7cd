import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { addSecretRule } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../shared/ui/dialogs/use-change.ts'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { type RuleVerdict, verdictNames } from './rule-words.ts'

const verdicts = ['always', 'never'] as const

export function AddRuleDialog({ onClose }: { onClose: () => void }) {
  const connection = connectionOf(useScope())
  const [packName, setPackName] = useState('')
  const [path, setPath] = useState('')
  const [verdict, setVerdict] = useState<RuleVerdict>('always')
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const rule = { packName: packName.trim(), path: path.trim(), verdict }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (rule.packName === '' || rule.path === '' || isBusy) return
    const add = () => addSecretRule(connection, rule)
    void change(add, `The rule for ${rule.packName} was added.`)
  }
  const adding = (
    <Button type="submit" form="rule-form" isLoading={isBusy} isDisabled={isBusy}>
      Add
    </Button>
  )
  return (
    <Dialog title="Add rule" refusal={error && failureLine(error)} actions={adding} onClose={onClose}>
      <Form id="rule-form" onSubmit={handleSubmit} noValidate>
        <RuleField
          id="rule-pack"
          label="Pack"
          value={packName}
          problem={wasSent && rule.packName === '' ? 'Name the pack.' : ''}
          hint="As it is called in its registry, for example prometheus-operator."
          isFirst
          onChange={setPackName}
        />
        <RuleField
          id="rule-path"
          label="Path"
          value={path}
          problem={wasSent && rule.path === '' ? 'Say where in the values it stands.' : ''}
          hint="Keys joined by dots, [0] for an item, [*] for every item: charts.app.users[*].pin"
          onChange={setPath}
        />
        <FormGroup role="radiogroup" isStack label="Rule" fieldId="rule-verdict">
          {verdicts.map((each) => (
            <Radio
              key={each}
              id={`rule-${each}`}
              name="rule-verdict"
              label={verdictNames[each]}
              isChecked={each === verdict}
              onChange={() => setVerdict(each)}
            />
          ))}
        </FormGroup>
      </Form>
    </Dialog>
  )
}

interface RuleFieldProps {
  id: string
  label: string
  value: string
  problem: string
  hint: string
  isFirst?: boolean
  onChange: (value: string) => void
}

function RuleField({ id, label, value, problem, hint, isFirst = false, onChange }: RuleFieldProps) {
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <TextInput
        id={id}
        value={value}
        autoFocus={isFirst}
        isRequired
        autoComplete="off"
        spellCheck={false}
        validated={problem === '' ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        onChange={(_event, typed) => onChange(typed)}
      />
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}
