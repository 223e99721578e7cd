import { exportProfile, type ApiError } from '@waybill/api-client'
import type { ExportPreviewBody } from '@waybill/api-contract'
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { counted } from '../../shared/ui/words/amounts.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { DeclaredSecrets } from './declared-secrets.tsx'
import { saveFile } from './save-file.ts'
import { SuspectedSecrets } from './suspected-secrets.tsx'
import { useCloseDialog } from '../../shared/navigation/use-close-dialog.ts'
import './export-dialog.css'

type ExportState = { kind: 'choosing' } | { kind: 'exporting' } | { kind: 'refused'; error: ApiError }

const formats = ['json', 'yaml'] as const

export function ExportDialog({ uid, preview }: { uid: string; preview: ExportPreviewBody }) {
  const scope = useScope()
  const close = useCloseDialog()
  const [format, setFormat] = useState<'json' | 'yaml'>('json')
  const [unmask, setUnmask] = useState<readonly string[]>([])
  const [state, setState] = useState<ExportState>({ kind: 'choosing' })
  const maskCount = preview.declared.length + preview.suspected.length - unmask.length

  const handleExport = async () => {
    setState({ kind: 'exporting' })
    const result = await exportProfile(connectionOf(scope), { uid, format, unmask })
    if (!result.ok) {
      setState({ kind: 'refused', error: result.error })
      return
    }
    saveFile(result.value)
    showToast({ kind: 'success', title: `${result.value.fileName} exported, ${maskedText(maskCount)}.` })
    close()
  }

  const isBusy = state.kind === 'exporting'
  const exporting = (
    <Button onClick={() => void handleExport()} isLoading={isBusy} isDisabled={isBusy}>
      Export
    </Button>
  )
  return (
    <Dialog
      title="Export profile"
      variant="medium"
      refusal={state.kind === 'refused' ? failureLine(state.error) : null}
      actions={exporting}
      className="wb-export"
      onClose={close}
    >
      <p>
        File: <strong>{preview.fileNames[format]}</strong>
      </p>
      <fieldset className="wb-export-group">
        <legend>Format</legend>
        <div className="wb-export-formats">
          {formats.map((each) => (
            <Radio
              key={each}
              id={`format-${each}`}
              name="format"
              label={each.toUpperCase()}
              isChecked={each === format}
              onChange={() => setFormat(each)}
            />
          ))}
        </div>
      </fieldset>
      <div className="wb-export-group">
        <h2 className="wb-export-legend">Sensitive values</h2>
        <DeclaredSecrets secrets={preview.declared} />
        <SuspectedSecrets secrets={preview.suspected} unmasked={unmask} onChange={setUnmask} />
      </div>
      {maskCount > 0 && (
        <Alert isInline isPlain variant="info" title="Masked values must be entered again when the file is imported." />
      )}
    </Dialog>
  )
}

function maskedText(amount: number): string {
  return amount === 0 ? 'nothing to mask' : `${counted(amount, 'value')} masked`
}
