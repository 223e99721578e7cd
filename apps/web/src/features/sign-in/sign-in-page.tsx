import { Card, CardBody, CardTitle } from '@patternfly/react-core/dist/dynamic/components/Card'
import { lazy, Suspense } from 'react'
import { ProductMark } from '../../shared/ui/page/frame/product-mark.tsx'
import { SignInWays } from './sso/sign-in-ways.tsx'
import { usePasswordToken } from './use-password-token.ts'
import { useSetupState } from './use-setup-state.ts'
import './sign-in.css'

/** Rarely needed. */
const SetupForm = lazy(() => import('./setup-form.tsx').then(({ SetupForm: form }) => ({ default: form })))

const PasswordLinkForm = lazy(() =>
  import('./password-link-form.tsx').then(({ PasswordLinkForm: form }) => ({ default: form })),
)

/** The sign-in page, which loads nothing of the console. */
export function SignInPage() {
  const { isNeeded: isSetup, hasSso } = useSetupState()
  const { token, setOf, handleUsed } = usePasswordToken()
  const title = token !== undefined ? 'Set your password' : isSetup ? 'Set up Waybill' : 'Sign in'
  return (
    <main className="wb-sign-in">
      <title>{`${title} · Waybill`}</title>
      <Card className="wb-sign-in-card" isLarge>
        <CardTitle component="h1">
          <ProductMark />
          <span className="wb-sign-in-title">{title}</span>
        </CardTitle>
        <CardBody>
          {token !== undefined || isSetup ? (
            <Suspense fallback={null}>
              {token === undefined ? <SetupForm /> : <PasswordLinkForm key={token} token={token} onDone={handleUsed} />}
            </Suspense>
          ) : (
            <SignInWays hasSso={hasSso} setOf={setOf} />
          )}
        </CardBody>
      </Card>
      <p className="wb-sign-in-note">
        Moves cluster profiles between environments, without losing or leaking anything.
      </p>
    </main>
  )
}
