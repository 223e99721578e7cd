import { Page } from '@patternfly/react-core/dist/dynamic/components/Page'
import { SkipToContent } from '@patternfly/react-core/dist/dynamic/components/SkipToContent'
import { Outlet, useLoaderData, useLocation } from 'react-router'
import { ScopeProvider } from '../shared/session/scope-context.ts'
import { Toasts } from '../shared/ui/toasts.tsx'
import { ConsoleMasthead } from './console-masthead.tsx'
import { ConsoleNavigation } from './console-navigation.tsx'
import { LeavingPage } from './leaving-page.tsx'
import { ProfilesSubnav } from './profiles-subnav.tsx'
import type { loadFrame } from './scope-routing.ts'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

const mainId = 'main-content'

/** What stands around every page of a scope. */
export function Frame() {
  const { scope, scopes, user } = useLoaderData<typeof loadFrame>()
  const isProfiles = useLocation().pathname.startsWith(`${scope.basePath}/profiles`)
  useFocusOnNavigation()
  return (
    <ScopeProvider value={scope}>
      <Page
        isManagedSidebar
        mainContainerId={mainId}
        skipToContent={<SkipToContent href={`#${mainId}`}>Skip to content</SkipToContent>}
        masthead={<ConsoleMasthead scope={scope} scopes={scopes} user={user} />}
        sidebar={<ConsoleNavigation scope={scope} />}
        horizontalSubnav={isProfiles ? <ProfilesSubnav scope={scope} /> : undefined}
      >
        <LeavingPage>
          <Outlet />
        </LeavingPage>
      </Page>
      <Toasts />
    </ScopeProvider>
  )
}
