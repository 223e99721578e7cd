import { useLocation } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { type Screen, screensOf } from '../../shared/navigation/screens.ts'
import { can, type Scope } from '../../shared/session/scope.ts'
import { Navigation, NavigationGroup, NavigationLink, NavigationList } from '../../shared/ui/page/frame/navigation.tsx'
import { sidebarId } from './use-sidebar.ts'

/** The left menu. Entries that the user's roles in this scope do not allow are left out. */
export function ConsoleNavigation({ scope, isOpen }: { scope: Scope; isOpen: boolean }) {
  const { main, settings } = screensOf(scope)
  return (
    <div id={sidebarId} className={`pf-v6-c-page__sidebar pf-m-${isOpen ? 'expanded' : 'collapsed'}`} inert={!isOpen}>
      <div className="pf-v6-c-page__sidebar-main">
        <div className="pf-v6-c-page__sidebar-body">
          <Navigation label="Main">
            <NavigationList>
              <MenuEntries screens={main} />
            </NavigationList>
            {settings.length > 0 && (
              <NavigationGroup title={scope.kind === 'tenant' ? 'Tenant Settings' : 'Project Settings'}>
                <MenuEntries screens={settings} />
              </NavigationGroup>
            )}
          </Navigation>
        </div>
      </div>
    </div>
  )
}

const MenuEntries = ({ screens }: { screens: readonly Screen[] }) =>
  screens.map(({ name, to }) => (
    <MenuEntry key={to} to={to}>
      {name}
    </MenuEntry>
  ))

function MenuEntry({ to, children }: { to: string; children: string }) {
  const isActive = useLocation().pathname.startsWith(to)
  return (
    <NavigationLink to={to} isActive={isActive}>
      {children}
    </NavigationLink>
  )
}

/** The top menu of Profiles. */
export function ProfilesSubnav({ scope }: { scope: Scope }) {
  if (!can(scope, 'clusterProfile.list')) return null
  return (
    <div className="pf-v6-c-page__main-subnav">
      <div className="pf-v6-c-page__main-body">
        <Navigation label="Profiles" isSubnav>
          <NavigationList>
            <NavigationLink to={paths.profiles(scope)} isActive>
              Cluster Profiles
            </NavigationLink>
          </NavigationList>
        </Navigation>
      </div>
    </div>
  )
}
