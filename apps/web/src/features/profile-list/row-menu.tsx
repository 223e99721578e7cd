import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'

export function RowMenu({ uid, name }: { uid: string; name: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const scope = useScope()
  const navigate = useNavigate()
  const { search } = useLocation()
  if (!can(scope, 'clusterProfile.get')) return null
  const openExport = () => navigate({ pathname: paths.exportProfile(scope, uid), search }, { state: stayOnPage })
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      shouldFocusToggleOnSelect
      onSelect={() => setIsOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          icon={<EllipsisVIcon />}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`Actions for ${name}`}
        />
      )}
    >
      <DropdownList>
        <DropdownItem onClick={() => void openExport()}>Export profile</DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}
