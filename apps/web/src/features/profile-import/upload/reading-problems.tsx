import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ExclamationCircleIcon } from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import { ExclamationTriangleIcon } from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import type { ProblemBody } from '@waybill/api-contract'

interface ReadingProblemsProps {
  problems: readonly ProblemBody[]
  /** Null if there is no text to jump to. */
  onJump: ((offset: number) => void) | null
}

const SHOWN = 50

/** Problems in the file's text with line and column; a click jumps there. */
export function ReadingProblems({ problems, onJump }: ReadingProblemsProps) {
  return (
    <ul className="wb-rows" aria-label="Problems in the file">
      {problems.slice(0, SHOWN).map((problem) => (
        <li key={`${problem.code}-${problem.path}-${problem.position?.offset ?? 0}`} className="wb-row">
          <div className="wb-row__line" data-severity={problem.severity}>
            {problem.severity === 'error' ? <ExclamationCircleIcon /> : <ExclamationTriangleIcon />}
            <span className="wb-row__text">
              <Place problem={problem} onJump={onJump} /> {problem.message}
            </span>
          </div>
        </li>
      ))}
      {problems.length > SHOWN ? <li className="wb-row">and {problems.length - SHOWN} more.</li> : null}
    </ul>
  )
}

function Place({ problem, onJump }: { problem: ProblemBody; onJump: ReadingProblemsProps['onJump'] }) {
  const { position, path } = problem
  if (!position) return problem.place ?? (path === '' ? null : <code>{path}</code>)
  const place = `Line ${position.line}, column ${position.column}`
  return (
    <>
      {onJump ? (
        <Button variant="link" isInline onClick={() => onJump(position.offset)}>
          {place}
        </Button>
      ) : (
        <strong>{place}</strong>
      )}
      {path === '' ? null : <code> {path}</code>}
    </>
  )
}
