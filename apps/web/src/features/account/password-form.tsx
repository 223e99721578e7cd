import { api } from '@waybill/api-client'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../shared/http/use-connection.ts'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'
import type { PasswordDraft } from '../../shared/ui/forms/password-problems.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'

export function PasswordForm() {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const send = async ({ current, next }: PasswordDraft) => {
    const result = await api.session.changePassword(connection, {
      body: { currentPassword: current, newPassword: next },
    })
    if (!result.ok) return result.error
    await revalidate()
    showToast({ kind: 'success', title: 'Password changed. You are signed out everywhere else.' })
    return null
  }
  return (
    <div className="wb-account-form">
      <p>Changing it ends your sessions in other browsers. API keys still work.</p>
      <NewPasswordForm asksCurrent submitLabel="Change password" send={send} />
    </div>
  )
}
