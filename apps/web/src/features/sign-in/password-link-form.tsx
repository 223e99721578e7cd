import { setPasswordByLink } from '@waybill/api-client'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'

interface PasswordLinkFormProps {
  /** It stands behind the hash, which browsers send nowhere. */
  token: string
  onDone: () => void
}

/** Sets the password of who was given a link. */
export function PasswordLinkForm({ token, onDone }: PasswordLinkFormProps) {
  return (
    <NewPasswordForm
      asksCurrent={false}
      isFocused
      submitLabel="Set password"
      send={async ({ next }) => {
        const result = await setPasswordByLink({ baseUrl: '' }, token, next)
        if (!result.ok) return result.error
        onDone()
        return null
      }}
    />
  )
}
