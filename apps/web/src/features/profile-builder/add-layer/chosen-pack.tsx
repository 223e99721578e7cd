import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { api } from '@waybill/api-client'
import type { ConsolePackBody } from '@waybill/api-contract'
import { type SyntheticEvent, useState } from 'react'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { useBuilder } from '../state/builder-store.ts'
import { stackOf } from '../state/stack-texts.ts'
import { layerNameProblem, layerOfPack } from './new-layer.ts'
import { PackText } from './pack-text.tsx'
import type { AddLayer } from './use-add-layer.ts'

interface ChosenPackProps {
  packUid: string
  onVersion: (packUid: string) => void
  onAdd: AddLayer
}

/** The pack chosen from the list: its version and registry, its README and values, and the button that adds it. */
export function ChosenPack({ packUid, onVersion, onAdd }: ChosenPackProps) {
  const connection = useConnection()
  // A chart may have to be read from its registry first.
  const read = useAnswer((signal) => api.consolePacks.get(connection, { params: { uid: packUid }, signal }), packUid)
  if (read === null) return <Skeleton height="16rem" screenreaderText="Reading the pack" />
  if (!read.ok) return <p role="alert">{failureLine(read.error)}</p>
  return <PackForm pack={read.value} onVersion={onVersion} onAdd={onAdd} />
}

interface PackFormProps extends Omit<ChosenPackProps, 'packUid'> {
  pack: ConsolePackBody
}

function PackForm({ pack, onVersion, onAdd }: PackFormProps) {
  const texts = useBuilder((state) => state.texts)
  const taken = stackOf(texts).map(({ name }) => name)
  const isTaken = taken.includes(pack.name)
  const [displayName, setDisplayName] = useState(isTaken ? 'second' : '')
  const facts = layerOfPack(pack, isTaken ? displayName.trim() : '')
  const problem = !isTaken
    ? ''
    : displayName.includes('--')
      ? 'A display name cannot hold two hyphens in a row.'
      : layerNameProblem(displayName.trim() === '' ? '' : facts.name, taken, 'A display name')
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (problem === '' && pack.content === 'read') onAdd(facts, { values: pack.values, manifests: [] })
  }
  return (
    <section className="wb-chosen-pack" aria-label={`${pack.displayName} ${pack.version}`}>
      <Title headingLevel="h2" size="lg">
        {pack.displayName}
      </Title>
      {pack.description !== '' && <p>{pack.description}</p>}
      <Form onSubmit={handleSubmit} noValidate>
        <FormGroup label="Version and registry" fieldId="pack-version">
          <FormSelect id="pack-version" value={pack.uid} onChange={(_event, uid) => onVersion(uid)}>
            {pack.versions
              .filter(({ isRemoved }) => !isRemoved)
              .map(({ uid, version, registryName }) => (
                <FormSelectOption key={uid} value={uid} label={`${version} of ${registryName}`} />
              ))}
          </FormSelect>
        </FormGroup>
        {isTaken && (
          <TextField
            id="pack-display-name"
            label="Display name"
            value={displayName}
            problem={problem}
            hint={`The profile already has this pack: the second one is called ${facts.name}.`}
            isRequired
            onChange={setDisplayName}
          />
        )}
        {pack.content === 'unavailable' && (
          <Alert
            isInline
            component="p"
            variant="warning"
            title={`Its values are still in ${pack.registry.name}, which could not be read just now. Try again later.`}
          />
        )}
        <div>
          <Button type="submit" isDisabled={problem !== '' || pack.content === 'unavailable'}>
            {`Add ${pack.displayName}`}
          </Button>
        </div>
      </Form>
      <PackText pack={pack} />
    </section>
  )
}
