import { paths } from '../../shared/navigation/paths.ts'
import { can, type Scope } from '../../shared/session/scope.ts'
import { Navigation, NavigationLink, NavigationList } from '../../shared/ui/page/frame/navigation.tsx'

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
