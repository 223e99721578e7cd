import { api } from '@waybill/api-client'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { saveFile } from '../../../shared/ui/files/save-file.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'

export type TerraformFormat = 'hcl' | 'json'

/** The format as query parameter. */
const formatQuery = (format: TerraformFormat) => ({ format: format === 'hcl' ? 'yaml' : format }) as const

/**
 * The server's preview of the file: null until the first one arrives; a preview stays while the next one is loading.
 * `save` requests the file itself, which the audit log records, saves it and closes the dialog.
 */
export function useTerraformExport(uid: string, format: TerraformFormat) {
  const scope = useScope()
  const close = useCloseDialog()
  const { isBusy, error, send, isOpen } = useSending()
  const request = { params: { uid }, query: formatQuery(format) }
  const shown = useAnswer(
    async (signal) => ({
      format,
      preview: await api.exports.terraformPreview(connectionOf(scope), { ...request, signal }),
    }),
    `${scope.uid} ${uid} ${format}`,
  )
  const save = () =>
    send(
      () => api.exports.terraform(connectionOf(scope), request),
      (file) => {
        saveFile(file)
        showToast({ kind: 'success', title: `${file.fileName} exported.` })
        if (isOpen()) close()
      },
    )
  return { shown, isBusy, error, save, close }
}
