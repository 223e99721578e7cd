import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { AngleRightIcon } from '@patternfly/react-icons/dist/esm/icons/angle-right-icon'
import { useId, useState } from 'react'
import type { FindingGroup } from './finding.ts'
import type { FindingActions } from './finding-actions.ts'
import { FindingRow } from './finding-row.tsx'

/** More rows would slow down the page, and nobody reads more at a glance. */
const ROWS_AT_ONCE = 100

export interface RowContext {
  maskedIds: ReadonlySet<string>
  chosenId: string | null
  refusalId: string | undefined
  actions: FindingActions
}

interface FindingGroupSectionProps extends RowContext {
  group: FindingGroup
  isOpen: boolean
  onToggle: () => void
}

/** The findings of one layer, collapsed or expanded. */
export function FindingGroupSection({ group, isOpen, onToggle, ...context }: FindingGroupSectionProps) {
  const id = useId()
  const masked = group.findings.filter((finding) => context.maskedIds.has(finding.id)).length
  return (
    <section className="wb-finding-group" aria-labelledby={`${id}-title`}>
      <h3>
        <button type="button" aria-expanded={isOpen} aria-controls={`${id}-rows`} onClick={onToggle}>
          <AngleRightIcon className="wb-finding-angle" />
          <span id={`${id}-title`} className="wb-finding-layer">
            {group.title}
          </span>
          <span className="wb-finding-count">
            {masked} of {group.findings.length} masked
          </span>
        </button>
      </h3>
      <div id={`${id}-rows`} hidden={!isOpen}>
        {isOpen ? <Rows findings={group.findings} {...context} /> : null}
      </div>
    </section>
  )
}

function Rows({ findings, maskedIds, chosenId, refusalId, actions }: RowContext & Pick<FindingGroup, 'findings'>) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE)
  const chosen = chosenId === null ? -1 : findings.findIndex(({ id }) => id === chosenId)
  const shown = findings.slice(0, Math.max(limit, chosen + 1))
  const left = findings.length - shown.length
  return (
    <>
      <ul className="wb-findings">
        {shown.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            isMasked={maskedIds.has(finding.id)}
            isChosen={finding.id === chosenId}
            refusalId={refusalId}
            actions={actions}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="link" size="sm" onClick={() => setLimit(shown.length + ROWS_AT_ONCE)}>
          Show {Math.min(left, ROWS_AT_ONCE)} more of {findings.length.toLocaleString()}
        </Button>
      ) : null}
    </>
  )
}
