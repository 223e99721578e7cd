import { api, type ApiError } from '@waybill/api-client'
import { useState } from 'react'
import { connectionOf } from '../../shared/http/connection.ts'
import { useCloseDialog } from '../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { counted } from '../../shared/ui/words/amounts.ts'
import { type ExportFormat, formatQuery } from './preview/export-format.ts'
import { saveFile } from '../../shared/ui/files/save-file.ts'

export type ExportState = { kind: 'choosing' } | { kind: 'exporting' } | { kind: 'refused'; error: ApiError }

interface ExportRequest {
  uid: string
  format: ExportFormat
  unmask: ReadonlySet<string>
  /** How many values the file will hold masked. */
  masked: number
}

/** Saves the file, says so, and closes the dialog. */
export function useExporting() {
  const scope = useScope()
  const close = useCloseDialog()
  const [state, setState] = useState<ExportState>({ kind: 'choosing' })
  const save = async ({ uid, format, unmask, masked }: ExportRequest) => {
    setState({ kind: 'exporting' })
    const body = { ...formatQuery(format), unmask: [...unmask] }
    const result = await api.exports.chosenFile(connectionOf(scope), { params: { uid }, body })
    if (!result.ok) {
      setState({ kind: 'refused', error: result.error })
      return
    }
    saveFile(result.value)
    const said = masked === 0 ? 'nothing to mask' : `${counted(masked, 'value')} masked`
    showToast({ kind: 'success', title: `${result.value.fileName} exported, ${said}.` })
    close()
  }
  return { state, save, close }
}
