import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { connectionOf } from '../../../../shared/http/connection.ts'
import { useAnswer } from '../../../../shared/http/use-answer.ts'
import type { FoundProfile } from '../../../../shared/profiles/found-profiles.tsx'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { layerName } from '../../../../shared/ui/words/profile-words.ts'
import { openProfile } from '../../save/sending/open-profile.ts'
import { useBuilder } from '../../state/builder-store.ts'
import type { OpenedLayer } from '../../state/builder-texts.ts'
import type { ProfileShape } from '../../state/profile-shape.ts'
import { useGrowingStack } from '../use-add-layer.ts'
import { type CopiableLayer, copiableLayers, withCopies } from './copied-layers.ts'

interface LayerChoiceProps {
  shape: ProfileShape
  above: string | undefined
  profile: FoundProfile
  onAdded: () => void
  onBack: () => void
}

/** The layers of a profile, topmost first, with a checkbox for each. */
export function LayerChoice({ shape, above, profile, onAdded, onBack }: LayerChoiceProps) {
  const { uid, scope } = profile
  const opened = useAnswer((signal) => openProfile(connectionOf(scope), uid, signal), `${scope.uid} ${uid}`)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="wb-copied" aria-labelledby="copied-profile">
      <Title headingLevel="h2" size="lg" id="copied-profile" ref={heading} tabIndex={-1}>
        {`${profile.name} ${profile.version}`}
      </Title>
      <div>
        <Button variant="link" isInline onClick={onBack}>
          Choose another profile
        </Button>
      </div>
      {opened === null && <Skeleton height="10rem" screenreaderText="Reading the profile" />}
      {opened?.ok === false && <p role="alert">{failureLine(opened.error)}</p>}
      {opened?.ok && <ChoiceForm layers={opened.value.layers} {...{ shape, above, onAdded }} />}
    </section>
  )
}

type ChoiceFormProps = Pick<LayerChoiceProps, 'shape' | 'above' | 'onAdded'> & { layers: readonly OpenedLayer[] }

function ChoiceForm({ layers, shape, above, onAdded }: ChoiceFormProps) {
  const texts = useBuilder((state) => state.texts)
  const copiable = copiableLayers(layers, { texts, shape })
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const grow = useGrowingStack(onAdded)
  const chosen = copiable.filter(({ opened, reason }) => reason === '' && names.has(opened.name))
  const masks = chosen.reduce((sum, each) => sum + each.masks, 0)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const copied = chosen.map(({ opened }) => opened)
    grow((here) => withCopies(here, copied, above), copied.at(-1)?.name ?? '')
  }
  const handleTick = (name: string, isTicked: boolean) =>
    setNames(new Set(isTicked ? [...names, name] : [...names].filter((each) => each !== name)))
  if (layers.length === 0) return <p>This profile has no layers.</p>
  return (
    <Form onSubmit={handleSubmit}>
      <ul className="wb-copied-layers" aria-label="Layers to copy">
        {copiable.toReversed().map((layer) => (
          <li key={layer.opened.name}>
            <LayerTick layer={layer} isTicked={names.has(layer.opened.name)} onTick={handleTick} />
          </li>
        ))}
      </ul>
      <p role="status" className="wb-subtle">
        {maskWords(masks)}
      </p>
      <div>
        <Button type="submit" isDisabled={chosen.length === 0}>
          {chosen.length === 0 ? 'Add layers' : `Add ${counted(chosen.length, 'layer')}`}
        </Button>
      </div>
    </Form>
  )
}

const maskWords = (masks: number) => {
  if (masks === 0) return ''
  return masks === 1
    ? '1 secret comes as a mask: type it in the editor.'
    : `${masks} secrets come as masks: type them in the editor.`
}

interface LayerTickProps {
  layer: CopiableLayer
  isTicked: boolean
  onTick: (name: string, isTicked: boolean) => void
}

function LayerTick({ layer: { opened, reason, masks }, isTicked, onTick }: LayerTickProps) {
  const { name, version, layer } = opened
  const facts = [layerName(layer), ...(masks > 0 ? [counted(masks, 'secret')] : [])].join(' · ')
  return (
    <Checkbox
      id={`copy-${name}`}
      label={`${name} ${version}`}
      description={reason === '' ? facts : `${facts}. ${reason}`}
      isChecked={reason === '' && isTicked}
      isDisabled={reason !== ''}
      onChange={(_event, ticked) => onTick(name, ticked)}
    />
  )
}
