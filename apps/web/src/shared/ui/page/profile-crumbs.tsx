import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { Link } from 'react-router'
import { paths } from '../../navigation/paths.ts'
import { useScope } from '../../session/scope-context.ts'

interface ProfileCrumbsProps {
  /** Absent for a new profile. */
  profile: { uid: string; name: string } | undefined
  /** The profile's address, if it may be outside the page's scope. */
  address?: string | null | undefined
  /** The current page; absent on the profile's own page. */
  here?: string
}

/** The breadcrumb of a profile's pages. */
export function ProfileCrumbs({ profile, address, here }: ProfileCrumbsProps) {
  const scope = useScope()
  return (
    <Breadcrumb className="wb-detail-crumbs">
      <BreadcrumbItem>
        <Link to={paths.profiles(scope)}>Cluster Profiles</Link>
      </BreadcrumbItem>
      {profile && here !== undefined && (
        <BreadcrumbItem>
          <Link to={address ?? paths.profile(scope, profile.uid)}>{profile.name}</Link>
        </BreadcrumbItem>
      )}
      <BreadcrumbItem isActive>{here ?? profile?.name}</BreadcrumbItem>
    </Breadcrumb>
  )
}
