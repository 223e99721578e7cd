import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { MergeDecision } from '@waybill/values-merge'
import { CheckedValues } from './checked-values.tsx'
import { ConflictCard } from './conflict-card.tsx'
import type { DecidedMerge } from './decided-merge.ts'
import { GoneKeys } from './gone-keys.tsx'
import { mergeSummary } from './merge-words.ts'
import { NewReadme } from './new-readme.tsx'
import './values-merge.css'

interface MergeReviewProps extends DecidedMerge {
  onDecide: (index: number, decision: MergeDecision) => void
}

/** The conflicts of one layer, and the resulting text. */
export function MergeReview({ onDecide, ...layer }: MergeReviewProps) {
  const { packName, merge, decisions, result, broken } = layer
  const [problem] = merge.problems
  return (
    <section className="wb-flow" aria-label={`Update of ${packName}`}>
      <p role="status" className="wb-merge-summary">
        {mergeSummary(layer)}
      </p>
      {problem && (
        <Alert
          isInline
          variant="warning"
          title={`Nothing was merged: ${SIDES[problem.side]} are not valid YAML at line ${problem.line}.`}
        >
          Applying this would put the new defaults in the place of your values.
        </Alert>
      )}
      <NewReadme merge={merge} />
      <GoneKeys gone={merge.gone} leftOut={merge.leftOut} />
      {merge.conflicts.map((conflict, index) => (
        <ConflictCard
          key={`${conflict.document} ${conflict.path.join('.')}`}
          conflict={conflict}
          decision={decisions.get(index)}
          isBroken={broken.has(index)}
          onDecide={(decision) => onDecide(index, decision)}
        />
      ))}
      <CheckedValues {...{ packName, merge, result }} />
    </section>
  )
}

const SIDES = { base: 'the old defaults', mine: 'your values', theirs: 'the new defaults' }
