import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Label, type LabelProps } from '@patternfly/react-core/dist/dynamic/components/Label'
import { LockIcon } from '@patternfly/react-icons/dist/esm/icons/lock-icon'
import { memo, useEffect, useRef } from 'react'
import { canBeMarked, fullPlaceName, lineName, placeName, type Finding } from './finding.ts'
import { changeTick, type FindingActions } from './finding-actions.ts'

interface FindingRowProps {
  finding: Finding
  isMasked: boolean
  isChosen: boolean
  /** The id of the text that names the missing permission; undefined if none is missing. */
  refusalId: string | undefined
  actions: FindingActions
}

const strengthColours = {
  declared: 'purple',
  certain: 'purple',
  likely: 'orange',
  possible: 'grey',
} as const satisfies Record<Finding['strength'], LabelProps['color']>

const decisions = { mark: 'Marked by a person.', rule: 'A rule of the tenant.' } as const

/** One finding: whether it is masked, where it is, and why it was found. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, isMasked, isChosen, actions } = props
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={row} className="wb-finding" {...(isChosen ? { 'aria-current': true } : {})} data-masked={isMasked}>
      <FindingTick {...props} />
      <div className="wb-finding-text">
        <span className="wb-finding-head">
          <Button
            variant="link"
            isInline
            className="wb-finding-place"
            aria-label={`Show ${placeName(finding)} in the file`}
            onClick={() => actions.show(finding)}
          >
            {placeName(finding)}
          </Button>
          <Label isCompact variant="outline" color={strengthColours[finding.strength]}>
            {finding.strength}
          </Label>
        </span>
        <span className="wb-finding-why">
          {finding.line > 0 ? `${lineName(finding)}. ` : null}
          {finding.decidedBy === undefined ? finding.message : decisions[finding.decidedBy]}{' '}
          <FindingDecision {...props} />
        </span>
      </div>
    </li>
  )
})

function FindingTick({ finding, isMasked, refusalId, actions }: FindingRowProps) {
  if (finding.isFixed) {
    return (
      <span className="wb-finding-lock" role="img" aria-label="Always masked" title="Always masked">
        <LockIcon />
      </span>
    )
  }
  return (
    <Checkbox
      id={`mask-${finding.id}`}
      aria-label={fullPlaceName(finding)}
      {...(refusalId === undefined ? {} : { 'aria-describedby': refusalId })}
      isChecked={isMasked}
      isDisabled={refusalId !== undefined}
      onChange={(_event, isTicked) => changeTick(actions, finding, isTicked)}
    />
  )
}

function FindingDecision({ finding, isMasked, refusalId, actions }: FindingRowProps) {
  if (refusalId !== undefined || !canBeMarked(finding)) return null
  const name = placeName(finding)
  const [label, verdict] =
    finding.decidedBy === 'mark'
      ? (['Take back', null] as const)
      : isMasked || finding.strength === 'possible'
        ? (['Not a secret', 'harmless'] as const)
        : [null, null]
  if (label === null) return null
  return (
    <Button
      variant="link"
      isInline
      size="sm"
      aria-label={`${label}: ${name}`}
      onClick={() => actions.decide(finding, verdict)}
    >
      {label}
    </Button>
  )
}
