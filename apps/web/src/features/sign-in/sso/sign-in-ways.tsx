import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { lazy, Suspense, useState } from 'react'
import { FormMessage } from '../../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { SignInForm } from '../sign-in-form.tsx'
import { useSsoAnswer } from './use-sso-answer.ts'

/** Needed only if a tenant has a provider. */
const SsoForm = lazy(() => import('./sso-form.tsx').then(({ SsoForm: form }) => ({ default: form })))

const tenantInAddress = () => new URLSearchParams(window.location.search).get('tenant') ?? ''

interface SignInWaysProps {
  hasSso: boolean
  /** E-mail of the user who has just set their password; else empty. */
  setOf: string
}

/** Sign-in with a password, or at the tenant's identity provider. */
export function SignInWays({ hasSso, setOf }: SignInWaysProps) {
  const [tenant] = useState(tenantInAddress)
  const [isSso, setIsSso] = useState(tenant !== '')
  const { isChecking, error } = useSsoAnswer()
  if (isChecking) return <p role="status">Signing you in…</p>
  if (isSso) {
    return (
      <Suspense fallback={null}>
        <SsoForm tenant={tenant} onBack={() => setIsSso(false)} />
      </Suspense>
    )
  }
  return (
    <>
      <div role="alert" className="wb-sign-in-message">
        {error && <FormMessage kind="error" text={failureLine(error)} />}
      </div>
      <SignInForm setOf={setOf} />
      {hasSso || error ? (
        <Button variant="link" isBlock className="wb-sso-way" onClick={() => setIsSso(true)}>
          Use single sign-on
        </Button>
      ) : null}
    </>
  )
}
