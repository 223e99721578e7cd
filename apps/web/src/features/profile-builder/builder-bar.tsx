import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { EndBar } from '../../shared/ui/page/end-bar.tsx'
import { counted } from '../../shared/ui/words/amounts.ts'
import { useBuilder } from './state/builder-store.ts'
import { changesOf } from './state/changes.ts'
import { errorsOf, type PlacedProblem, warningsOf } from './texts/problems/placed-problem.ts'

interface BuilderBarProps {
  problems: readonly PlacedProblem[]
  /** Absent while there is nothing to save. */
  onReview?: () => void
}

/** The number of changes so far, and the actions on them. */
export function BuilderBar({ problems, onReview }: BuilderBarProps) {
  const dispatch = useBuilder((state) => state.dispatch)
  const changes = useBuilder((state) => changesOf(state).length)
  const errors = errorsOf(problems).length
  const warnings = warningsOf(problems).length
  const conflicts = useBuilder((state) => state.conflicts.length)
  const canUndo = useBuilder(({ past }) => past.length > 0)
  const canRedo = useBuilder(({ future }) => future.length > 0)
  if (!onReview && changes === 0 && !canRedo) return null
  return (
    <EndBar label="Changes">
      <p role="status" className="wb-builder-changes">
        {onReview ? counted(changes, 'change') : 'Kept in this browser, not saved yet'}
        {conflicts > 0 && <strong> · {conflicts} to decide</strong>}
        {errors > 0 && <strong> · {counted(errors, 'problem')}</strong>}
        {warnings > 0 && ` · ${counted(warnings, 'warning')}`}
      </p>
      {onReview && (
        <Button isAriaDisabled={changes === 0} onClick={onReview}>
          Review and save
        </Button>
      )}
      <div className="wb-builder-back">
        <Button variant="secondary" isAriaDisabled={!canUndo} onClick={() => dispatch({ type: 'undo' })}>
          Undo
        </Button>
        <Button variant="secondary" isAriaDisabled={!canRedo} onClick={() => dispatch({ type: 'redo' })}>
          Redo
        </Button>
        <Button variant="secondary" isAriaDisabled={changes === 0} onClick={() => dispatch({ type: 'discard' })}>
          Discard
        </Button>
      </div>
    </EndBar>
  )
}
