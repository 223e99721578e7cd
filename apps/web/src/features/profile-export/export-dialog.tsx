import { exportProfile, type ApiError } from '@waybill/api-client'
import type { ExportPreviewBody } from '@waybill/api-contract'
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core/dist/dynamic/components/Modal'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { useState } from 'react'
import { counted } from '../../shared/ui/words/amounts.ts'
import { connectionOf } from '../../shared/http/connection.ts'
import { leaveIfSignedOut } from '../../shared/http/expect-value.ts'
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
      leaveIfSignedOut(result.error)
      setState({ kind: 'refused', error: result.error })
      return
    }
    saveFile(result.value)
    showToast({ kind: 'success', title: `${result.value.fileName} exported, ${maskedText(maskCount)}.` })
    close()
  }

  return (
    <Modal isOpen variant="medium" onClose={close} aria-labelledby="export-title" aria-describedby="export-file">
      <ModalHeader title="Export profile" labelId="export-title" />
      <ModalBody className="wb-export">
        {state.kind === 'refused' && <Alert isInline variant="danger" title={failureLine(state.error)} />}
        <p id="export-file">
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
          <Alert
            isInline
            isPlain
            variant="info"
            title="Masked values must be entered again when the file is imported."
          />
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          onClick={() => void handleExport()}
          isLoading={state.kind === 'exporting'}
          isDisabled={state.kind === 'exporting'}
        >
          Export
        </Button>
        <Button variant="link" onClick={close}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}

function maskedText(amount: number): string {
  return amount === 0 ? 'nothing to mask' : `${counted(amount, 'value')} masked`
}
