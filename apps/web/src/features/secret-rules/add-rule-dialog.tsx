import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { api } from '@waybill/api-client'
import { isPath } from '@waybill/layer-text'
import { useState } from 'react'
import { useConnection } from '../../shared/http/use-connection.ts'
import { FormDialog } from '../../shared/ui/dialogs/form-dialog.tsx'
import { useChange } from '../../shared/ui/sending/use-change.ts'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { type RuleVerdict, verdictNames } from './rule-words.ts'

const verdicts = ['always', 'never'] as const

interface AddRuleDialogProps {
  /** Why the user may not leave a place in clear. */
  neverRefusal: string | undefined
  onClose: () => void
}

export function AddRuleDialog({ neverRefusal, onClose }: AddRuleDialogProps) {
  const connection = useConnection()
  const [packName, setPackName] = useState('')
  const [path, setPath] = useState('')
  const [verdict, setVerdict] = useState<RuleVerdict>('always')
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, change } = useChange(onClose)
  const rule = { packName: packName.trim(), path: path.trim(), verdict }
  const handleSubmit = () => {
    setWasSent(true)
    if (rule.packName === '' || pathProblem(rule.path) !== '') return
    const add = () => api.secretDecisions.addRule(connection, { body: rule })
    void change(add, `The rule for ${rule.packName} was added.`)
  }
  return (
    <FormDialog title="Add rule" refusal={error} action="Add" isBusy={isBusy} onSubmit={handleSubmit} onClose={onClose}>
      <TextField
        id="rule-pack"
        label="Pack"
        value={packName}
        problem={wasSent && rule.packName === '' ? 'Name the pack.' : ''}
        hint="As it is called in its registry, for example prometheus-operator."
        autoFocus
        isRequired
        autoComplete="off"
        spellCheck={false}
        onChange={setPackName}
      />
      <TextField
        id="rule-path"
        label="Path"
        value={path}
        problem={wasSent ? pathProblem(rule.path) : ''}
        hint="Keys joined by dots, [0] for an item, [*] for every item: charts.app.users[*].pin"
        isRequired
        autoComplete="off"
        spellCheck={false}
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
            {...(each === 'never' && neverRefusal !== undefined && { isDisabled: true, description: neverRefusal })}
            onChange={() => setVerdict(each)}
          />
        ))}
      </FormGroup>
    </FormDialog>
  )
}

function pathProblem(path: string): string {
  if (path === '') return 'Enter its path in the values.'
  return isPath(path) ? '' : 'This is not a path: a key or a bracket is missing. Write it as in charts.app.users[*].pin'
}
