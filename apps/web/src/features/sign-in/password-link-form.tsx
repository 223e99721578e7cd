import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { setPasswordByLink } from '@waybill/api-client'
import { useState } from 'react'
import { NewPasswordForm } from '../../shared/ui/forms/new-password-form.tsx'

/** Sets the password of who was given a link; the token stands behind the hash, which browsers send nowhere. */
export function PasswordLinkForm({ token }: { token: string }) {
  const [isDone, setIsDone] = useState(false)
  if (isDone) {
    return (
      <>
        <Alert component="p" isInline variant="success" title="Your password is set." />
        <Button variant="link" isInline component="a" href="/login">
          Sign in
        </Button>
      </>
    )
  }
  return (
    <NewPasswordForm
      asksCurrent={false}
      submitLabel="Set password"
      send={async ({ next }) => {
        const result = await setPasswordByLink({ baseUrl: '' }, token, next)
        if (!result.ok) return result.error
        window.history.replaceState(null, '', '/login')
        setIsDone(true)
        return null
      }}
    />
  )
}
