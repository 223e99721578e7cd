import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { ComparisonBody } from '@waybill/api-contract'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Pair } from './pair/compared-pair.ts'
import { sideName } from './pair/side-name.ts'
import { PartDifferences } from './differences/part-differences.tsx'
import { countMarks, isDifferent, type Part, partsOf } from './parts/compared-parts.ts'
import { PartList } from './parts/part-list.tsx'
import { counted } from '../../shared/ui/words/amounts.ts'

interface ComparisonViewProps {
  comparison: ComparisonBody
  pair: Pair
}

/** Differing parts on the left, their differences on the right. The address holds the selected part. */
export function ComparisonView({ comparison, pair }: ComparisonViewProps) {
  const parts = useMemo(() => partsOf(comparison), [comparison])
  const [showsSame, setShowsSame] = useState(false)
  const [params] = useSearchParams()
  const differing = parts.filter(isDifferent)
  const listed = showsSame ? parts : differing
  const chosen = listed.find(({ key }) => key === params.get('at')) ?? listed[0]
  return (
    <>
      <div className="wb-compare-bar">
        <p role="status">{summaryOf(parts)}</p>
        <Switch label="Show what is the same" isChecked={showsSame} onChange={(_event, isOn) => setShowsSame(isOn)} />
      </div>
      <WaitingDrafts comparison={comparison} />
      {chosen === undefined ? (
        <EmptyState titleText="There are no differences" headingLevel="h2">
          <EmptyStateBody>{sameText(comparison)}</EmptyStateBody>
        </EmptyState>
      ) : (
        <div className="wb-compare">
          <PartList parts={listed} chosen={chosen.key} searchOf={(part) => searchAt(params, part)} />
          <PartDifferences key={chosen.key} part={chosen} comparison={comparison} pair={pair} />
        </div>
      )}
    </>
  )
}

/** The published version is compared, even if there is a draft of it. */
function WaitingDrafts({ comparison: { left, right } }: { comparison: ComparisonBody }) {
  const waiting = [...new Set([left, right].filter(({ hasDraft }) => hasDraft).map(sideName))]
  if (waiting.length === 0) return null
  const title = `What is published is compared. ${waiting.join(' and ')} ${waiting.length === 1 ? 'has' : 'have'} a draft as well.`
  return <Alert isInline component="p" variant="info" title={title} className="wb-refusal" />
}

/** `2 parts changed, 1 added` */
function summaryOf(parts: readonly Part[]): string {
  const counts = countMarks(parts).map(
    ({ mark, count }, index) => `${index === 0 ? counted(count, 'part') : count.toLocaleString()} ${mark}`,
  )
  return counts.length === 0 ? 'Nothing differs.' : counts.join(', ')
}

function sameText({ maySeeSecrets, secrets }: ComparisonBody): string {
  return maySeeSecrets || secrets.length === 0
    ? 'Layers, variables and secrets are the same on both sides.'
    : 'Layers and variables are the same on both sides. Only users who may change both can see whether the secrets are.'
}

function searchAt(params: URLSearchParams, { key }: Part): string {
  const next = new URLSearchParams(params)
  next.set('at', key)
  return next.toString()
}
