import type { ProfileBody } from '@waybill/api-contract'
import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { useTab } from '../tabs/use-tab.ts'

/** The versions of the same name; selecting one keeps the tab. */
export function VersionMenu({ profile: { metadata, spec } }: { profile: ProfileBody }) {
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
  return (
    <Menu label={`Version: ${spec.version}`} toggle={{ size: 'sm', children: spec.version }} isScrollable>
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
    </Menu>
  )
}
