import { api } from '@waybill/api-client'
import { useAnswer } from '../../shared/http/use-answer.ts'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'
import { FormMessage } from '../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

/** Its own connection: the console's would load much of the console here. */
const CONNECTION = { baseUrl: '' }

interface PasswordLinkFormProps {
  /** From the hash of the address, which browsers do not send to servers. */
  token: string
  onDone: (email: string) => void
}

/** Sets a password with the token of a link; if the link is no longer valid, says so before anything is typed. */
export function PasswordLinkForm({ token, onDone }: PasswordLinkFormProps) {
  const link = useAnswer((signal) => api.passwords.checkLink(CONNECTION, { body: { token }, signal }), token)
  if (link === null) return null
  if (!link.ok) {
    return (
      <>
        <div role="alert">
          <FormMessage kind="error" text={failureLine(link.error)} />
        </div>
        <p className="wb-sso-way">
          <a href="/login">Sign in</a>
        </p>
      </>
    )
  }
  return (
    <div className="wb-flow">
      <p className="wb-breakable">
        For the account <strong>{link.value.email}</strong>.
      </p>
      <NewPasswordForm
        asksCurrent={false}
        isFocused
        submitLabel="Set password"
        send={async ({ next }) => {
          const result = await api.passwords.resetByLink(CONNECTION, {
            params: { passwordToken: token },
            body: { password: next },
          })
          if (!result.ok) return result.error
          onDone(link.value.email)
          return null
        }}
      />
    </div>
  )
}
