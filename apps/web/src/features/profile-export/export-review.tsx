import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import { useEffect, useMemo, useRef, useState } from 'react'
import { findingOf } from './findings/finding.ts'
import type { FindingActions } from './findings/finding-actions.ts'
import { FindingList } from './findings/finding-list.tsx'
import { decisionOn, describeChosen } from './preview/describe-chosen.ts'
import { FilePane } from './preview/file-pane.tsx'
import { useChosenPlace } from './preview/use-chosen-place.ts'
import type { ShownPreview } from './preview/use-export-preview.ts'
import type { Decision } from './use-decisions.ts'

interface ExportReviewProps {
  shown: ShownPreview
  maskedIds: ReadonlySet<string>
  unmask: ReadonlySet<string>
  onLeaveInClear: FindingActions['leaveInClear']
  onDecide: (decision: Decision) => void
}

const parts = { findings: 'Findings', file: 'File' } as const

/** The findings beside the preview of the file; on a phone, one of both at a time. */
export function ExportReview({ shown, maskedIds, unmask, onLeaveInClear, onDecide }: ExportReviewProps) {
  const [part, setPart] = useState<keyof typeof parts>('findings')
  const list = useRef<HTMLElement>(null)
  const [listAsked, setListAsked] = useState(0)
  useEffect(() => {
    if (listAsked > 0) list.current?.querySelector<HTMLElement>('[aria-current] .wb-finding-place')?.focus()
  }, [listAsked])
  const { chosen, jump, choose, pick } = useChosenPlace(shown)
  const { findings, mayUnmask } = shown.preview
  const actions = useMemo<FindingActions>(
    () => ({
      show: (finding) => {
        choose(finding)
        setPart('file')
      },
      leaveInClear: onLeaveInClear,
      decide: (finding, verdict) => onDecide(decisionOn(finding, verdict)),
    }),
    [choose, onLeaveInClear, onDecide],
  )
  const showList = () => {
    setPart('findings')
    setListAsked((before) => before + 1)
  }
  const place = describeChosen(chosen, { findings, maskedIds, mayUnmask, onDecide, onList: showList })
  return (
    <div className="wb-export-review" data-part={part}>
      <ToggleGroup aria-label="Part of the dialog" className="wb-export-parts">
        {(['findings', 'file'] as const).map((each) => (
          <ToggleGroupItem
            key={each}
            text={parts[each]}
            buttonId={`export-part-${each}`}
            isSelected={each === part}
            onChange={() => setPart(each)}
          />
        ))}
      </ToggleGroup>
      <section ref={list} className="wb-export-findings" aria-label="What was found">
        <FindingList
          findings={findings}
          maskedIds={maskedIds}
          mayUnmask={mayUnmask}
          chosenId={chosen === null ? null : (findingOf(findings, chosen)?.id ?? null)}
          actions={actions}
        />
      </section>
      <section className="wb-export-file" aria-label="Preview of the file">
        <FilePane shown={shown} maskedIds={maskedIds} unmask={unmask} chosen={place} jump={jump} onPick={pick} />
      </section>
    </div>
  )
}
