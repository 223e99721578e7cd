import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
} from '@patternfly/react-core/dist/dynamic/components/Masthead'
import type { ReactNode } from 'react'
import { rememberedScope } from '../../shared/session/remembered-scope.ts'
import { scopesOf } from '../../shared/session/scope.ts'
import { usePageSession } from '../../shared/session/page-session.ts'
import { signOut } from '../../shared/session/sign-out.ts'
import { PageError } from '../../shared/ui/messages/route-error.tsx'
import { PageFrame } from '../../shared/ui/page/frame/page-frame.tsx'
import { PageSkeleton } from '../../shared/ui/page/frame/page-skeleton.tsx'
import { ProductMark } from '../../shared/ui/page/frame/product-mark.tsx'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'
import { FrameAround } from './frame.tsx'

/** Shown before the session is known. */
export function FrameSkeleton() {
  return (
    <PageFrame masthead={<ScopelessMasthead />}>
      <PageSkeleton />
    </PageFrame>
  )
}

/** Shown for an address outside the user's scopes: header, menu and links are those of the scope used last. */
export function FrameError() {
  const { session } = usePageSession()
  const { isBusy, once } = useOnceAtATime()
  const scopes = session ? scopesOf(session) : []
  const scope = rememberedScope(scopes)
  if (session && scope) {
    return (
      <FrameAround scope={scope} scopes={scopes} user={session.user}>
        <PageError />
      </FrameAround>
    )
  }
  return (
    <PageFrame
      masthead={
        session && (
          <ScopelessMasthead>
            <Button variant="link" isLoading={isBusy} onClick={() => void once(signOut)}>
              Sign out
            </Button>
          </ScopelessMasthead>
        )
      }
    >
      <PageError />
    </PageFrame>
  )
}

function ScopelessMasthead({ children }: { children?: ReactNode }) {
  return (
    <Masthead display={{ default: 'inline' }} className="wb-masthead">
      <MastheadMain>
        <MastheadBrand>
          <ProductMark />
        </MastheadBrand>
      </MastheadMain>
      {children && (
        <MastheadContent>
          <div className="wb-masthead-end">{children}</div>
        </MastheadContent>
      )}
    </Masthead>
  )
}
