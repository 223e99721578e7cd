import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { lazy, Suspense } from 'react'
import { putAside, useRenewal } from '../../shared/session/session-renewal.ts'

/** Wanted seldom, so it is no part of what every page begins with. */
const SignInOver = lazy(() => import('./sign-in-over.tsx').then(({ SignInOver: dialog }) => ({ default: dialog })))
const OtherUser = lazy(() => import('./other-user.tsx').then(({ OtherUser: dialog }) => ({ default: dialog })))

/** Over any page whose session has ended or is somebody else's now: what was typed below stays. */
export function SessionRenewal() {
  const { user, reason, isAside } = useRenewal()
  if (user === null || reason === null) return null
  if (isAside) return <Reminder isEnded={reason === 'ended'} />
  return (
    <Suspense fallback={null}>{reason === 'ended' ? <SignInOver user={user} /> : <OtherUser user={user} />}</Suspense>
  )
}

/** The way back to the question that was put aside. */
function Reminder({ isEnded }: { isEnded: boolean }) {
  return (
    <Alert
      component="p"
      isInline
      variant="warning"
      className="wb-session-reminder"
      title={isEnded ? 'Your session has ended.' : 'Somebody else is signed in now.'}
      actionLinks={
        <AlertActionLink onClick={() => putAside(false)}>{isEnded ? 'Sign in again' : 'Go on'}</AlertActionLink>
      }
    />
  )
}
