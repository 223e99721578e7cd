import { api } from '@waybill/api-client'
import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { useEffect } from 'react'
import { useConnection } from '../http/use-connection.ts'
import { useChange } from '../ui/sending/use-change.ts'
import { failureLine } from '../ui/messages/failure-text.ts'
import { showToast } from '../ui/messages/toast-store.ts'

/** Disables or enables a key; the same button reverts it. */
export function useKeyState() {
  const connection = useConnection()
  const { isBusy, error, change } = useChange()
  useEffect(() => {
    if (error) showToast({ kind: 'danger', title: failureLine(error) })
  }, [error])
  const setActive = ({ uid, name }: ConsoleApiKeyBody, isActive: boolean) =>
    change(
      () => api.apiKeys.putState(connection, { params: { uid }, body: { isActive } }),
      isActive ? `${name} works again.` : `${name} is disabled: it is refused from now on.`,
    )
  return { isBusy, setActive }
}
