import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { useState } from 'react'
import { isDifferent, type Part } from '../parts/compared-parts.ts'
import { MarkLabels } from '../parts/mark-labels.tsx'
import { ComparedTextView } from './compared-text-view.tsx'
import { FieldChanges } from './field-changes.tsx'
import { LayoutChoice } from './layout-choice.tsx'
import { SecretVerdicts } from './secret-verdicts.tsx'
import { useLayout } from './use-layout.ts'

interface PartDifferencesProps {
  part: Part
  sides: { left: string; right: string }
  maySeeSecrets: boolean
}

/** Everything that differs in one part. Only this part's texts are drawn, however many there are. */
export function PartDifferences({ part, sides, maySeeSecrets }: PartDifferencesProps) {
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
      <SecretVerdicts secrets={part.secrets} maySeeSecrets={maySeeSecrets} />
    </section>
  )
}
