import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { ReactNode } from 'react'
import type { PlacedProblem } from './placed-problem.ts'

interface ProblemListProps {
  label: string
  problems: readonly PlacedProblem[]
  /** Renders the link to a problem's place; absent if the list is already there. */
  linkOf?: (problem: PlacedProblem) => ReactNode
}

/** A list of problems; errors look different from warnings. */
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
