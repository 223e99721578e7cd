import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { showToast } from '../../shared/ui/toast-store.ts'
import { useTab } from './use-tab.ts'

export function ProfileMenu({ uid }: { uid: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
  const mayDelete = can(scope, 'clusterProfile.delete')
  const copyUid = async () => {
    const isCopied = await navigator.clipboard.writeText(uid).then(
      () => true,
      () => false,
    )
    showToast(
      isCopied
        ? { kind: 'success', title: 'Uid copied.' }
        : { kind: 'info', title: `The browser does not let this page copy. The uid is ${uid}` },
    )
  }
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          icon={<EllipsisVIcon />}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label="More actions"
        />
      )}
    >
      <DropdownList>
        <DropdownItem description={uid} onClick={() => void copyUid()}>
          Copy uid
        </DropdownItem>
        <DropdownItem
          isDanger
          isAriaDisabled={!mayDelete}
          {...(mayDelete
            ? {}
            : { tooltipProps: { content: 'Your roles here lack the permission clusterProfile.delete.' } })}
          onClick={() => void navigate(`${paths.profile(scope, uid, tab)}/delete`, { state: stayOnPage })}
        >
          Delete
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}
