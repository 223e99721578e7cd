import { api } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { type SyntheticEvent, useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import { CLOUD_TYPES, cloudName, typeName } from '../../../shared/ui/words/profile-words.ts'
import { INFO } from '../state/builder-texts.ts'
import { useBuilder } from '../state/builder-store.ts'
import { stackOf } from '../state/stack-texts.ts'
import type { Texts } from '../state/texts.ts'
import { useContinue } from './use-steps.ts'

const TYPES = {
  cluster: 'Operating system, Kubernetes, network, storage and add-ons.',
  infra: 'Operating system, Kubernetes, network and storage alone.',
  'add-on': 'Add-ons alone, for clusters of any infrastructure.',
} as const
const NEW_TYPES = ['cluster', 'infra', 'add-on'] as const
type Field = keyof typeof INFO

const typeIn = (texts: Texts) => NEW_TYPES.find((each) => each === texts[INFO.wantedType]) ?? 'cluster'

/** The form for a new profile. Its type and cloud decide which layers it can have, and cannot be changed later. */
export function NewProfileForm() {
  const scope = useScope()
  const connection = useConnection()
  const proceed = useContinue()
  const dispatch = useBuilder((state) => state.dispatch)
  const texts = useBuilder((state) => state.texts)
  const [wasSent, setWasSent] = useState(false)
  // Type and cloud decide which layers are possible, so they are fixed once there are layers.
  const isSettled = stackOf(texts).length > 0
  const textOf = (field: Field) => texts[INFO[field]] ?? ''
  const type = typeIn(texts)
  const clouds = CLOUD_TYPES.filter((cloud) => cloud !== 'all' || type === 'add-on')
  const cloudType = clouds.find((cloud) => cloud === textOf('cloudType')) ?? (type === 'add-on' ? 'all' : '')
  const [name, version] = [textOf('name').trim(), textOf('version').trim()]
  const isCloudMissing = wasSent && cloudType === ''
  const { error, send } = useSending(`${name} ${version}`)
  const nameProblem = name === '' ? 'A profile needs a name.' : error ? failureLine(error) : ''
  const set = (field: Field) => (typed: string) => dispatch({ type: 'write', texts: { [INFO[field]]: typed } })
  const goOn = async () => {
    const said = { [INFO.name]: name, [INFO.version]: version, [INFO.type]: type, [INFO.cloudType]: cloudType }
    await proceed(() => dispatch({ type: 'write', texts: said }))
    // The button disappears with the form.
    document.querySelector<HTMLElement>('h1')?.focus()
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (name === '' || version === '' || cloudType === '') return showFirstProblem()
    void send(() => api.profiles.validateName(connection, { query: { name, version } }), goOn)
  }
  return (
    <Form className="wb-new-profile" onSubmit={handleSubmit} onBlur={() => dispatch({ type: 'settle' })} noValidate>
      <TextField
        id="new-name"
        label="Name"
        value={textOf('name')}
        problem={wasSent ? nameProblem : ''}
        isRequired
        autoFocus
        autoComplete="off"
        onChange={set('name')}
      />
      <TextField
        id="new-version"
        label="Version"
        value={textOf('version')}
        problem={version === '' ? 'A version is needed, as in 1.0.0.' : ''}
        isRequired
        autoComplete="off"
        onChange={set('version')}
      />
      <TextField
        id="new-description"
        label="Description"
        value={textOf('description')}
        rows={2}
        spellCheck={false}
        onChange={set('description')}
      />
      <TextField
        id="new-tags"
        label="Tags"
        value={textOf('labels')}
        rows={2}
        spellCheck={false}
        hint="One per line: a tag, or a name and a value as in team: web"
        onChange={set('labels')}
      />
      <FormGroup role="radiogroup" isStack label="Type" fieldId="new-type">
        {NEW_TYPES.map((each) => (
          <Radio
            key={each}
            id={`new-type-${each}`}
            name="new-type"
            label={typeName(each)}
            description={TYPES[each]}
            isChecked={each === type}
            isDisabled={isSettled}
            onChange={() => set('wantedType')(each)}
          />
        ))}
      </FormGroup>
      <FormGroup label="Cloud" fieldId="new-cloud" isRequired>
        <FormSelect
          id="new-cloud"
          value={cloudType}
          isRequired
          isDisabled={isSettled}
          validated={isCloudMissing ? 'error' : 'default'}
          aria-describedby="new-cloud-help"
          onChange={(_event, cloud) => set('cloudType')(cloud)}
        >
          {cloudType === '' && <FormSelectOption value="" label="Choose a cloud" />}
          {clouds.map((cloud) => (
            <FormSelectOption key={cloud} value={cloud} label={cloudName(cloud)} />
          ))}
        </FormSelect>
        <FieldText id="new-cloud-help" problem={isCloudMissing ? 'Choose the cloud that it is for.' : ''} />
      </FormGroup>
      <div className="wb-builder-sides">
        <Button type="submit">Continue to layers</Button>
        <LinkButton variant="link" to={paths.profiles(scope)}>
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
