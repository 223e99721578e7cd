import type { ProfileBody } from '@waybill/api-contract'
import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { useTab } from './use-tab.ts'

/** The versions of the same name; another one opens at the same tab. */
export function VersionMenu({ profile: { metadata, spec } }: { profile: ProfileBody }) {
  const [isOpen, setIsOpen] = useState(false)
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
  return (
    <Dropdown
      isScrollable
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          size="sm"
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`Version: ${spec.version}`}
        >
          {spec.version}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {spec.versions.map(({ uid, version }) => (
          <DropdownItem
            key={uid}
            isSelected={uid === metadata.uid}
            onClick={() => void navigate(paths.profile(scope, uid, tab))}
          >
            {version}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  )
}
