import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ComparisonBody } from '@waybill/api-contract'
import { useState } from 'react'
import type { Pair } from '../pair/compared-pair.ts'
import { sideNames } from '../pair/side-name.ts'
import { isDifferent, type Part } from '../parts/compared-parts.ts'
import { MarkLabels } from '../parts/mark-labels.tsx'
import { ComparedTextView } from './compared-text-view.tsx'
import { FieldChanges } from './field-changes.tsx'
import { LayoutChoice, useLayout } from './layout-choice.tsx'
import { SecretVerdicts } from './secret-verdicts.tsx'
import { TakeOverButton } from './take-over-button.tsx'

interface PartDifferencesProps {
  part: Part
  comparison: ComparisonBody
  pair: Pair
}

/** All differences in one part. Only the texts of this part are rendered. */
export function PartDifferences({ part, comparison, pair }: PartDifferencesProps) {
  const sides = sideNames(comparison, pair)
  const { isOneColumn, choose } = useLayout()
  const [isWhole, setIsWhole] = useState(false)
  const isCompared = part.texts.some(({ left, right }) => left !== undefined && right !== undefined)
  return (
    <section aria-labelledby="part-title" className="wb-part-differences">
      <div className="wb-part-head">
        <Title headingLevel="h2" size="lg" id="part-title" className="wb-breakable">
          {part.name}
        </Title>
        <MarkLabels marks={part.marks} />
        {isCompared ? (
          <div className="wb-part-tools">
            <Switch label="All lines" isChecked={isWhole} onChange={(_event, isOn) => setIsWhole(isOn)} />
            <LayoutChoice isOneColumn={isOneColumn} onChoose={choose} />
          </div>
        ) : null}
      </div>
      {isDifferent(part) ? null : <p>It is the same on both sides.</p>}
      <FieldChanges fields={part.fields} />
      {part.texts.map((text) => (
        <ComparedTextView
          key={`${text.where} ${text.manifest}`}
          text={text}
          name={part.name}
          sides={sides}
          isOneColumn={isOneColumn}
          isWhole={isWhole}
        />
      ))}
      <SecretVerdicts secrets={part.secrets} maySeeSecrets={comparison.maySeeSecrets} />
      {part.kind === 'profile' || part.marks.every((mark) => mark === 'moved') ? null : (
        <div className="wb-part-head">
          <TakeOverButton part={part} comparison={comparison} pair={pair} into="left" />
          <TakeOverButton part={part} comparison={comparison} pair={pair} into="right" />
        </div>
      )}
    </section>
  )
}
