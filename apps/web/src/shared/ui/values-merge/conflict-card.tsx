import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import type { MergeDecision } from '@waybill/values-merge'
import { useId, useState } from 'react'
import { FieldText } from '../forms/field-text.tsx'
import { PACK_WORDS, placeName, sideText, type MergeConflictBody, type SideWords } from './merge-words.ts'
import './values-merge.css'

interface ConflictCardProps {
  conflict: MergeConflictBody
  decision: MergeDecision | undefined
  /** Whether the text typed for it makes the merged text invalid YAML. */
  isBroken: boolean
  words?: SideWords
  onDecide: (decision: MergeDecision) => void
}

/** One place that both sides changed, with its choices. */
export function ConflictCard({ conflict, decision, isBroken, words = PACK_WORDS, onDecide }: ConflictCardProps) {
  const [isOldShown, setIsOldShown] = useState(false)
  const place = placeName(conflict.path)
  const problemId = useId()
  return (
    <section className="wb-conflict" aria-label={`Conflict at ${place}`}>
      <Title headingLevel="h3" size="md" className="wb-conflict-place">
        {place}
      </Title>
      <p>{words.textOf(conflict)}</p>
      <dl className="wb-conflict-sides">
        <Side name={words.mine} text={sideText(conflict.mine, 'Removed')} />
        <Side name={words.theirs} text={sideText(conflict.theirs, 'Not there')} />
        {isOldShown && <Side name={words.base} text={sideText(conflict.base, 'Not there')} />}
      </dl>
      <Choices {...{ conflict, place, decision, words, onDecide }} />
      <Button variant="link" size="sm" aria-expanded={isOldShown} onClick={() => setIsOldShown(!isOldShown)}>
        {`${isOldShown ? 'Hide' : 'Show'} ${words.base.toLowerCase()}`}
      </Button>
      {typeof decision === 'object' && (
        <div className="wb-conflict-text">
          <TextArea
            aria-label={`Your text for ${place}`}
            aria-describedby={problemId}
            validated={isBroken ? 'error' : 'default'}
            value={decision.text.replace(/^ /, '')}
            resizeOrientation="vertical"
            onChange={(_event, text) => onDecide({ text: /^\s/.test(text) ? text : ` ${text}` })}
          />
          <FieldText id={problemId} problem={isBroken ? 'With this, the values are not valid YAML.' : ''} />
        </div>
      )}
    </section>
  )
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <div className="wb-conflict-side">
      <dt>{name}</dt>
      <dd>
        <pre>{text}</pre>
      </dd>
    </div>
  )
}

type ChoicesProps = Omit<ConflictCardProps, 'isBroken'> & { place: string; words: SideWords }

function Choices({ conflict, place, decision, words, onDecide }: ChoicesProps) {
  const { mine, both } = conflict
  return (
    <ToggleGroup aria-label={`Choice for ${place}`}>
      <ToggleGroupItem text={words.keep} isSelected={decision === 'mine'} onChange={() => onDecide('mine')} />
      <ToggleGroupItem text={words.take} isSelected={decision === 'theirs'} onChange={() => onDecide('theirs')} />
      {both !== undefined && (
        <ToggleGroupItem text="Both" isSelected={decision === 'both'} onChange={() => onDecide('both')} />
      )}
      <ToggleGroupItem
        text="Edit"
        isSelected={typeof decision === 'object'}
        onChange={() => onDecide({ text: mine === '' ? conflict.theirs : mine })}
      />
    </ToggleGroup>
  )
}
