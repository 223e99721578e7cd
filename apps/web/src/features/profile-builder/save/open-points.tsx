import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { conflictOf } from '../state/changes.ts'
import { useBuilder } from '../state/builder-store.ts'
import { errorsOf, type PlacedProblem, warningsOf } from '../texts/problems/placed-problem.ts'
import { ProblemList } from '../texts/problems/problem-list.tsx'
import { afterDialog } from '../../../shared/ui/dialogs/after-dialog.ts'
import { conflictId } from './conflicts/conflict-id.ts'

interface OpenPointsProps {
  problems: readonly PlacedProblem[]
  /** Called when a link back to the page is followed. */
  onFollow: () => void
}

/** The errors that block saving, and the warnings, each with a link to its place. */
export function OpenPoints({ problems, onFollow }: OpenPointsProps) {
  const { base, texts, conflicts, jumpTo } = useBuilder((state) => state)
  const [, setParams] = useSearchParams()
  const follow = ({ place, offset }: PlacedProblem) => {
    onFollow()
    setParams(place.layer === undefined ? { part: 'variables' } : { layer: place.layer }, { state: stayOnPage })
    afterDialog(() => jumpTo({ key: place.key, offset }))
  }
  const followConflict = (key: string) => {
    onFollow()
    afterDialog(() => document.getElementById(conflictId(key))?.focus())
  }
  const linkOf = (problem: PlacedProblem) => (
    <Button variant="link" isInline onClick={() => follow(problem)}>
      {placeWords(problem)}
    </Button>
  )
  return (
    <>
      {conflicts.length > 0 && (
        <ul className="wb-builder-problems" aria-label="To be decided">
          {conflicts.map((key) => (
            <li key={key}>
              <Button variant="link" isInline onClick={() => followConflict(key)}>
                {conflictOf(key, { base, texts }).name}
              </Button>
              : you both changed this; decide which stays.
            </li>
          ))}
        </ul>
      )}
      <ProblemList label="Problems to fix" problems={errorsOf(problems)} linkOf={linkOf} />
      <ProblemList label="Warnings" problems={warningsOf(problems)} linkOf={linkOf} />
    </>
  )
}

/** `Values of nginx, line 4`; variables have no lines. */
function placeWords({ place, line }: PlacedProblem): string {
  if (place.layer === undefined) return place.label
  const ofLayer = place.manifest === undefined ? '' : ` of ${place.layer}`
  return `${place.label}${ofLayer}, line ${line}`
}
