import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { roleRefusal, type Scope } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useTab } from '../tabs/use-tab.ts'

interface ProfileMenuProps {
  uid: string
  owner: string
  isPublished: boolean
}

export function ProfileMenu({ uid, owner, isPublished }: ProfileMenuProps) {
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
  const refusal = whyNotDelete(scope, { owner, isPublished })
  const copyUid = async () => {
    const isCopied = await navigator.clipboard.writeText(uid).then(
      () => true,
      () => false,
    )
    showToast(
      isCopied
        ? { kind: 'success', title: 'Uid copied.' }
        : { kind: 'info', title: `The browser does not allow copying here. The uid is ${uid}` },
    )
  }
  return (
    <Menu label="More actions" toggle={{ variant: 'plain', icon: <EllipsisVIcon /> }} alignment="right" isFocusReturned>
      <DropdownList>
        <DropdownItem description={uid} onClick={() => void copyUid()}>
          Copy uid
        </DropdownItem>
        <DropdownItem
          isDanger={refusal === undefined}
          isAriaDisabled={refusal !== undefined}
          {...(refusal === undefined ? {} : { tooltipProps: { content: refusal } })}
          onClick={() => void navigate(paths.deleteProfile(scope, uid, tab), { state: stayOnPage })}
        >
          Delete
        </DropdownItem>
      </DropdownList>
    </Menu>
  )
}

/** A profile is deleted in the scope that owns it; a project only sees those of its tenant. */
function whyNotDelete(scope: Scope, { owner, isPublished }: Omit<ProfileMenuProps, 'uid'>): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to delete it.`
  if (isPublished && scope.tenant.keepsPublished) {
    return `${scope.tenant.name} does not allow published versions to be deleted (Tenant Settings > General).`
  }
  return roleRefusal(scope, 'clusterProfile.delete')
}
