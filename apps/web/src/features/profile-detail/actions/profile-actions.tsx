import { useLocation } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { ProfileMenu, type ProfileMenuProps } from './profile-menu.tsx'
import { useTab } from '../tabs/use-tab.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ownerRefusal } from '../../../shared/profiles/whose-profile.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

export function ProfileActions({ uid, ...profile }: ProfileMenuProps) {
  const scope = useScope()
  const tab = useTab()
  const { search } = useLocation()
  return (
    <>
      <LinkButton to={paths.exportProfile(scope, uid, tab) + search} state={stayOnPage}>
        Export profile
      </LinkButton>
      <LinkButton
        variant="secondary"
        to={paths.editProfile(scope, uid) + search}
        // An immutable published version can be edited too: description and tags in place, the rest as a new version.
        reason={ownerRefusal(scope, profile.owner, 'edit it') ?? roleRefusal(scope, 'clusterProfile.update')}
      >
        Edit
      </LinkButton>
      <ProfileMenu uid={uid} {...profile} />
    </>
  )
}
