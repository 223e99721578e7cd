import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { lazy, Suspense } from 'react'
import { putAside, usePageSession } from '../../shared/session/page-session.ts'

/** Rarely needed, so it is not part of the initial load. */
const SignInOver = lazy(() => import('./sign-in-over.tsx').then(({ SignInOver: dialog }) => ({ default: dialog })))
const OtherUser = lazy(() => import('./other-user.tsx').then(({ OtherUser: dialog }) => ({ default: dialog })))

/** Shown over any page whose session has ended or now belongs to somebody else; unsaved input in the page is kept. */
export function SessionRenewal() {
  const { session, reason, isAside } = usePageSession()
  if (session === null || reason === null) return null
  if (isAside) return <Reminder isEnded={reason === 'ended'} />
  return (
    <Suspense fallback={null}>
      {reason === 'ended' ? <SignInOver session={session} /> : <OtherUser user={session.user} />}
    </Suspense>
  )
}

/** Reopens the dialog that was put aside. */
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
