import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { useCallback, useMemo, useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { FormatChoice } from '../../shared/ui/files/format-choice.tsx'
import { FailureState } from '../../shared/ui/messages/failure-state.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { ExportReview } from './export-review.tsx'
import type { Finding } from './findings/finding.ts'
import { countText, isMasked, masksHint } from './findings/mask-choice.ts'
import { type ExportFormat, exportFormats, formatQuery } from './preview/export-format.ts'
import { useExportPreview } from './preview/use-export-preview.ts'
import { type Decision, type DecisionNotice, useDecisions } from './use-decisions.ts'
import { useExporting } from './use-exporting.ts'
import './export-dialog.css'

const nothing: ReadonlySet<string> = new Set()

/** A preview of the file with its masks, and the decisions to take about them before it is saved. */
export function ExportDialog({ uid }: { uid: string }) {
  const [format, setFormat] = useState<ExportFormat>('readable')
  const [unmask, setUnmask] = useState(nothing)
  const { shown, error, isLoading, reload } = useExportPreview(uid, format, unmask)
  const { notice, decide } = useDecisions(uid, reload)
  const { isBusy, refusal, save, close } = useExporting()
  const leaveInClear = useCallback(
    ({ id }: Finding, isLeft: boolean) => setUnmask((before) => withOrWithout(before, id, isLeft)),
    [],
  )
  const sent = shown?.sent ?? nothing
  const findings = shown?.preview.findings
  const masked = useMemo(
    () => new Set(findings?.filter((each) => isMasked({ sent, unmask }, each)).map(({ id }) => id)),
    [findings, sent, unmask],
  )
  return (
    <Dialog
      title="Export profile"
      variant="large"
      width="80rem"
      isBusy={isBusy}
      refusal={refusal}
      actions={
        <Button
          onClick={() => void save({ uid, format, unmask, masked: masked.size })}
          isLoading={isBusy}
          isDisabled={isBusy || shown === null}
        >
          Export
        </Button>
      }
      foot={
        shown === null ? null : (
          <MaskCount text={countText(findings ?? [], masked, unmask)} hint={masksHint(findings ?? [], masked)} />
        )
      }
      className="wb-flow"
      onClose={close}
    >
      <div className="wb-export-head">
        <FormatChoice options={exportFormats} format={format} onChange={setFormat} />
        <p>
          File: <strong>{shown?.preview.fileNames[formatQuery(format).format]}</strong>
        </p>
      </div>
      {shown?.preview.leavesOutDraft === true && (
        <Alert
          component="p"
          isInline
          variant="info"
          title="A draft waits to be published. It is not in this file, which holds what is published."
        />
      )}
      <Notice notice={notice} onUndo={(decision) => void decide(decision)} />
      {error === null ? null : <FailureState error={error} headingLevel="h2" onRetry={reload} />}
      {error === null && shown === null ? <Skeleton height="20rem" screenreaderText="Looking for secrets" /> : null}
      {error === null && shown !== null ? (
        <div aria-busy={isLoading}>
          {shown.preview.problems.map(({ path, message }) => (
            <Alert key={path} component="p" isInline variant="danger" title={message} />
          ))}
          <ExportReview
            shown={shown}
            maskedIds={masked}
            unmask={unmask}
            onLeaveInClear={leaveInClear}
            onDecide={decide}
          />
        </div>
      ) : null}
    </Dialog>
  )
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const others = [...ids].filter((other) => other !== id)
  return new Set(isIn ? [...others, id] : others)
}

function MaskCount({ text, hint }: { text: string; hint: string }) {
  return (
    <p className="wb-export-count">
      <strong role="status">{text}</strong>
      {hint}
    </p>
  )
}

interface NoticeProps {
  notice: DecisionNotice | null
  onUndo: (decision: Decision) => void
}

/**
 * The last decision, with Undo. Shown inside the dialog, since the keyboard cannot reach anything outside an open
 * dialog.
 */
function Notice({ notice, onUndo }: NoticeProps) {
  return (
    <div role="status" className="wb-export-notice">
      {notice === null ? null : notice.kind === 'refused' ? (
        <Alert component="p" isInline variant="danger" title={failureLine(notice.error)} />
      ) : (
        <Alert
          component="p"
          isInline
          variant="success"
          title={notice.text}
          actionLinks={<AlertActionLink onClick={() => onUndo(notice.undo)}>Undo</AlertActionLink>}
        />
      )}
    </div>
  )
}
