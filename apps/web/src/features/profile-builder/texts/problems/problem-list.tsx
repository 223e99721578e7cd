import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { ReactNode } from 'react'
import type { PlacedProblem } from './placed-problem.ts'

interface ProblemListProps {
  label: string
  problems: readonly PlacedProblem[]
  /** What leads to the place of one; absent where it stands there already. */
  linkOf?: (problem: PlacedProblem) => ReactNode
}

/** Problems one below the other; what refuses to be saved looks different from what only warns. */
export function ProblemList({ label, problems, linkOf }: ProblemListProps) {
  if (problems.length === 0) return null
  return (
    <ul className="wb-builder-problems" aria-label={label}>
      {problems.map((problem) => (
        <li key={`${problem.place.key} ${problem.offset} ${problem.message}`}>
          <Label isCompact status={problem.severity === 'error' ? 'danger' : 'warning'}>
            {problem.severity === 'error' ? 'Problem' : 'Warning'}
          </Label>{' '}
          {linkOf && <>{linkOf(problem)}: </>}
          {problem.message}
        </li>
      ))}
    </ul>
  )
}
