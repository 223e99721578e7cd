import { api } from '@waybill/api-client'
import { connectionOf } from '../../shared/http/connection.ts'
import { useCloseDialog } from '../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { saveFile } from '../../shared/ui/files/save-file.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { useSending } from '../../shared/ui/sending/use-sending.ts'
import { counted } from '../../shared/ui/words/amounts.ts'
import { type ExportFormat, formatQuery } from './preview/export-format.ts'

interface ExportRequest {
  uid: string
  format: ExportFormat
  unmask: ReadonlySet<string>
  /** The number of values that are masked in the file. */
  masked: number
}

/** Saves the file, confirms that, and closes the dialog. */
export function useExporting() {
  const scope = useScope()
  const close = useCloseDialog()
  const { isBusy, error, send, isOpen } = useSending()
  const save = ({ uid, format, unmask, masked }: ExportRequest) => {
    const body = { ...formatQuery(format), unmask: [...unmask] }
    return send(
      () => api.exports.chosenFile(connectionOf(scope), { params: { uid }, body }),
      (file) => {
        saveFile(file)
        const said = masked === 0 ? 'nothing to mask' : `${counted(masked, 'value')} masked`
        showToast({ kind: 'success', title: `${file.fileName} exported, ${said}.` })
        if (isOpen()) close()
      },
    )
  }
  return { isBusy, refusal: error, save, close }
}
