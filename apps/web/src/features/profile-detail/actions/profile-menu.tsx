import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { keptRefusal, ownerRefusal } from '../../../shared/profiles/whose-profile.ts'
import { roleRefusal, type Scope } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useTab } from '../tabs/use-tab.ts'

export interface ProfileMenuProps {
  uid: string
  /** The kind of scope that owns it. */
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

type MenuProfile = Omit<ProfileMenuProps, 'uid'>

/** A new version is created in the scope of the others. */
const whyNotVersion = (scope: Scope, { owner }: MenuProfile) =>
  ownerRefusal(scope, owner, 'make a version of it') ?? roleRefusal(scope, 'clusterProfile.create')

const whyNotPublish = (scope: Scope, { owner, hasDraft }: MenuProfile) =>
  ownerRefusal(scope, owner, 'publish it') ??
  (hasDraft ? roleRefusal(scope, 'clusterProfile.publish') : 'It is published already, and has no draft.')

/** A profile is deleted in the scope that owns it; a project can only see its tenant's profiles. */
const whyNotDelete = (scope: Scope, { owner, isPublished }: MenuProfile) =>
  ownerRefusal(scope, owner, 'delete it') ??
  keptRefusal(scope, isPublished, 'deleted') ??
  roleRefusal(scope, 'clusterProfile.delete')

/** Each opens as a dialog over the page. */
const DIALOGS = [
  { label: 'New version', pathOf: paths.newVersion, whyNot: whyNotVersion },
  { label: 'Clone', pathOf: paths.cloneProfile, whyNot: (scope: Scope) => roleRefusal(scope, 'clusterProfile.create') },
  { label: 'Publish', pathOf: paths.publishProfile, whyNot: whyNotPublish },
  { label: 'Export as Terraform', pathOf: paths.exportTerraform, whyNot: () => undefined },
  { label: 'Delete', pathOf: paths.deleteProfile, whyNot: whyNotDelete },
]
