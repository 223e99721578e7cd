import { api, type ApiError } from '@waybill/api-client'
import { useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { saveFile } from '../../../shared/ui/files/save-file.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { formatQuery, type TerraformFormat } from './use-terraform-file.ts'

/** Asks for the file itself, which the audit log notes, saves it, and closes the dialog. */
export function useTerraformExport(uid: string) {
  const scope = useScope()
  const close = useCloseDialog()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const save = async (format: TerraformFormat) => {
    setIsBusy(true)
    const result = await api.exports.terraform(connectionOf(scope), { params: { uid }, query: formatQuery(format) })
    setIsBusy(false)
    if (!result.ok) return setError(result.error)
    saveFile(result.value)
    showToast({ kind: 'success', title: `${result.value.fileName} exported.` })
    close()
  }
  return { isBusy, error, save, close }
}
