// The tab styles of a profile's page are loaded with the frame: one request less when that page is opened first.
import '@patternfly/patternfly/components/Tabs/tabs.css'
import '../../features/profile-detail/profile-detail.css'
import '../../shared/ui/stack/stack.css'
import '../../shared/ui/reveal/reveal.css'
import '../../shared/secrets/place-bar.css'
import '../../shared/ui/page/details.css'
import '../../shared/ui/yaml/code.css'
import type { ReactNode } from 'react'
import { Outlet, useLoaderData, useLocation } from 'react-router'
import type { Scope } from '../../shared/session/scope.ts'
import { ScopeProvider } from '../../shared/session/scope-context.ts'
import type { PageUser } from '../../shared/session/page-session.ts'
import { PageFrame } from '../../shared/ui/page/frame/page-frame.tsx'
import { Toasts } from '../../shared/ui/messages/toasts.tsx'
import { ConsoleMasthead } from './console-masthead.tsx'
import { ConsoleNavigation, ProfilesSubnav } from './console-navigation.tsx'
import { LeavingPage } from '../leaving-page.tsx'
import type { loadFrame } from '../scope-routing.ts'
import { useFocusAfterRemoval, useFocusOnNavigation } from './use-focus.ts'
import { useSidebar } from './use-sidebar.ts'

/** The layout around every page of a scope. */
export function Frame() {
  return (
    <FrameAround {...useLoaderData<typeof loadFrame>()}>
      <LeavingPage>
        <Outlet />
      </LeavingPage>
    </FrameAround>
  )
}

interface FrameAroundProps {
  scope: Scope
  scopes: readonly Scope[]
  user: PageUser
  children: ReactNode
}

export function FrameAround({ scope, scopes, user, children }: FrameAroundProps) {
  const isProfiles = useLocation().pathname.startsWith(`${scope.basePath}/profiles`)
  const sidebar = useSidebar()
  useFocusOnNavigation()
  useFocusAfterRemoval()
  return (
    <ScopeProvider value={scope}>
      <PageFrame
        masthead={<ConsoleMasthead scope={scope} scopes={scopes} user={user} sidebar={sidebar} />}
        sidebar={<ConsoleNavigation scope={scope} isOpen={sidebar.isOpen} />}
        subnav={isProfiles && <ProfilesSubnav scope={scope} />}
      >
        {children}
      </PageFrame>
      <Toasts />
    </ScopeProvider>
  )
}
