import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { AuditEventsBody, AuditFilter } from '@waybill/api-contract'
import { useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FormatChoice, type FormatOption } from '../../../shared/ui/files/format-choice.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { type AuditFormat, useAuditExport } from './use-audit-export.ts'

interface ExportAuditsDialogProps {
  filter: Partial<AuditFilter>
  page: AuditEventsBody
  onClose: () => void
}

const FORMATS: readonly FormatOption<AuditFormat>[] = [
  { format: 'csv', label: 'CSV', hint: 'For spreadsheets; what one would take for a formula is escaped.' },
  { format: 'jsonl', label: 'JSON lines', hint: 'For other programs: an event a line, with all its details.' },
]

/** Exports the filtered events to a file and shows the progress. */
export function ExportAuditsDialog({ filter, page, onClose }: ExportAuditsDialogProps) {
  const [format, setFormat] = useState<AuditFormat>('csv')
  const { state, start } = useAuditExport(filter)
  const isRunning = state.kind === 'running'
  const amount = `${page.isCountWhole ? '' : 'More than '}${counted(page.count, 'event')}`
  const exporting = (
    <Button isLoading={isRunning} isDisabled={isRunning} onClick={() => void start(format)}>
      Export
    </Button>
  )
  return (
    <Dialog
      title="Export audit log"
      refusal={state.kind === 'refused' ? state.error : null}
      closeLabel={state.kind === 'done' ? 'Close' : 'Cancel'}
      {...(state.kind === 'done' ? {} : { actions: exporting })}
      onClose={onClose}
    >
      <div className="wb-flow">
        <p>{amount} matching the filters, newest first.</p>
        <FormatChoice options={FORMATS} format={format} isDisabled={isRunning} onChange={setFormat} />
        <div role="status">
          {isRunning ? (
            <>
              <progress aria-label="Events read" max={Math.max(state.total, 1)} value={state.events} />{' '}
              {state.events.toLocaleString()} of {counted(state.total, 'event')}
            </>
          ) : null}
          {state.kind === 'done' ? `Saved ${counted(state.events, 'event')}.` : null}
        </div>
      </div>
    </Dialog>
  )
}
