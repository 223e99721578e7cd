import { api } from '@waybill/api-client'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import { saveFile } from '../../../shared/ui/files/save-file.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { formatQuery, type TerraformFormat } from './use-terraform-file.ts'

/** Asks for the file itself, which the audit log notes, saves it, and closes the dialog. */
export function useTerraformExport(uid: string) {
  const scope = useScope()
  const close = useCloseDialog()
  const { isBusy, error, send, isOpen } = useSending()
  const save = (format: TerraformFormat) =>
    send(
      () => api.exports.terraform(connectionOf(scope), { params: { uid }, query: formatQuery(format) }),
      (file) => {
        saveFile(file)
        showToast({ kind: 'success', title: `${file.fileName} exported.` })
        if (isOpen()) close()
      },
    )
  return { isBusy, error, save, close }
}
