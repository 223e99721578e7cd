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
  hasDraft: boolean
}

export function ProfileMenu({ uid, ...profile }: ProfileMenuProps) {
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
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
        <DropdownItem onClick={() => void navigate(paths.compare(scope, { left: uid }))}>Compare with…</DropdownItem>
        {DIALOGS.map(({ label, pathOf, whyNot }) => {
          const refusal = whyNot(scope, profile)
          return (
            <DropdownItem
              key={label}
              isDanger={label === 'Delete' && refusal === undefined}
              isAriaDisabled={refusal !== undefined}
              {...(refusal === undefined ? {} : { tooltipProps: { content: refusal } })}
              onClick={() => void navigate(pathOf(scope, uid, tab), { state: stayOnPage })}
            >
              {label}
            </DropdownItem>
          )
        })}
      </DropdownList>
    </Menu>
  )
}

/** Each a dialog over the page. */
const DIALOGS = [
  { label: 'New version', pathOf: paths.newVersion, whyNot: whyNotVersion },
  { label: 'Clone', pathOf: paths.cloneProfile, whyNot: (scope: Scope) => roleRefusal(scope, 'clusterProfile.create') },
  { label: 'Publish', pathOf: paths.publishProfile, whyNot: whyNotPublish },
  { label: 'Export as Terraform', pathOf: paths.exportTerraform, whyNot: () => undefined },
  { label: 'Delete', pathOf: paths.deleteProfile, whyNot: whyNotDelete },
]

type MenuProfile = Omit<ProfileMenuProps, 'uid'>

/** A version stands beside the others of its name. */
function whyNotVersion(scope: Scope, { owner }: MenuProfile): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to make a version of it.`
  return roleRefusal(scope, 'clusterProfile.create')
}

function whyNotPublish(scope: Scope, { owner, hasDraft }: MenuProfile): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to publish it.`
  if (!hasDraft) return 'It is published as it is: there is no draft.'
  return roleRefusal(scope, 'clusterProfile.publish')
}

/** A profile is deleted in the scope that owns it; a project only sees those of its tenant. */
function whyNotDelete(scope: Scope, { owner, isPublished }: MenuProfile): string | undefined {
  if (owner !== scope.kind) return `This profile belongs to the ${owner}. Choose that scope to delete it.`
  if (isPublished && scope.tenant.keepsPublished) {
    return `${scope.tenant.name} does not allow published versions to be deleted (Tenant Settings > General).`
  }
  return roleRefusal(scope, 'clusterProfile.delete')
}
