import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'
import { FormMessage } from '../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

/** Of its own: what makes the connections of the console would bring all of that along. */
const CONNECTION = { baseUrl: '' }

interface PasswordLinkFormProps {
  /** It stands behind the hash, which browsers send nowhere. */
  token: string
  onDone: () => void
}

/** Sets the password of who was given a link; one that does so no more says so before anything is typed. */
export function PasswordLinkForm({ token, onDone }: PasswordLinkFormProps) {
  const link = useLinkState(token)
  if (link === 'asking') return null
  if (link !== 'valid') {
    return (
      <>
        <div role="alert">
          <FormMessage kind="error" text={failureLine(link)} />
        </div>
        <p className="wb-sso-way">
          <a href="/login">Sign in</a>
        </p>
      </>
    )
  }
  return (
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
        onDone()
        return null
      }}
    />
  )
}

/** Asked once for each link. */
function useLinkState(token: string): 'asking' | 'valid' | ApiError {
  const [state, setState] = useState<'asking' | 'valid' | ApiError>('asking')
  useEffect(() => {
    const stop = new AbortController()
    void api.passwords.checkLink(CONNECTION, { body: { token }, signal: stop.signal }).then((result) => {
      if (!stop.signal.aborted) setState(result.ok ? 'valid' : result.error)
    })
    return () => stop.abort()
  }, [token])
  return state
}
