import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { CheckCircleIcon } from '@patternfly/react-icons/dist/esm/icons/check-circle-icon'
import { ExclamationCircleIcon } from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import { ExclamationTriangleIcon } from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import type { ReactNode } from 'react'
import type { ValidateRow } from './validate-rows.ts'
import { useRemedyRow } from './use-remedy-row.ts'

interface RemedyRowProps {
  row: ValidateRow
  /** The layer or place that the row is about. */
  place: ReactNode
  /** The problem in one sentence. If it names the place itself, the place is not repeated. */
  sentence: string
  /** The chosen solution in one line; without it the row never collapses. */
  settled?: ReactNode
  /** Further options once it is settled. */
  after?: ReactNode
  /** Called by Change, for remedies that must be reverted before they can be chosen again. */
  onChange?: () => void
  children?: ReactNode
}

/** One row of Validate: expanded with its remedy, or, once settled and left, a green line with Change. */
export function RemedyRow({ row, place, sentence, settled, after, onChange, children }: RemedyRowProps) {
  const { rowRef, isCollapsed, reopen, handlers } = useRemedyRow(row, settled !== undefined)
  const isNamed = typeof place === 'string' && sentence.includes(place)
  const handleReopen = () => {
    onChange?.()
    reopen()
  }
  return (
    <li className="wb-row" id={row.id} ref={rowRef} data-open={row.isBlocking} {...handlers}>
      {isCollapsed ? (
        <div className="wb-row__line" data-severity="settled">
          <CheckCircleIcon />
          <span className="wb-row__text">
            <span className="wb-row__place">{place}</span> {settled} {after}
          </span>
          <Button variant="link" isInline onClick={handleReopen} data-row-change>
            Change
          </Button>
        </div>
      ) : (
        <>
          <div
            className="wb-row__line"
            data-severity={row.isBlocking ? 'error' : row.problems.length ? 'warning' : 'settled'}
          >
            <RowIcon row={row} />
            <span className="wb-row__text">
              {isNamed ? null : <span className="wb-row__place">{place}</span>} {sentence}
            </span>
          </div>
          {children ? <div className="wb-row__remedy">{children}</div> : null}
        </>
      )}
    </li>
  )
}

function RowIcon({ row }: { row: ValidateRow }) {
  if (row.isBlocking) return <ExclamationCircleIcon />
  return row.problems.length > 0 ? <ExclamationTriangleIcon /> : <CheckCircleIcon />
}
