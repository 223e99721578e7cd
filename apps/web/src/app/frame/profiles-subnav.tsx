import { Nav, NavItem, NavList } from '@patternfly/react-core/dist/dynamic/components/Nav'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { can, type Scope } from '../../shared/session/scope.ts'

/** The top menu of Profiles. */
export function ProfilesSubnav({ scope }: { scope: Scope }) {
  if (!can(scope, 'clusterProfile.list')) return null
  return (
    <div className="pf-v6-c-page__main-subnav">
      <div className="pf-v6-c-page__main-body">
        <Nav variant="horizontal-subnav" aria-label="Profiles">
          <NavList>
            <NavItem isActive>
              <Link to={paths.profiles(scope)} aria-current="page">
                Cluster Profiles
              </Link>
            </NavItem>
          </NavList>
        </Nav>
      </div>
    </div>
  )
}
