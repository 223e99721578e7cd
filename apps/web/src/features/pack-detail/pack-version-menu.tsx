import type { ConsolePackBody } from '@waybill/api-contract'
import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { useNavigate } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Menu } from '../../shared/ui/buttons/menu.tsx'
import { useTab } from './tabs/use-tab.ts'

/** The versions in all registries; selecting one keeps the tab. */
export function PackVersionMenu({ pack }: { pack: ConsolePackBody }) {
  const scope = useScope()
  const tab = useTab()
  const navigate = useNavigate()
  const open = (uid: string) => void navigate(paths.pack(scope, uid, tab), { state: stayOnPage })
  return (
    <Menu
      label={`Version: ${pack.version} of ${pack.registry.name}`}
      toggle={{ size: 'sm', children: pack.version }}
      isScrollable
      isFocusReturned
    >
      <DropdownList>
        {pack.versions.map(({ uid, version, registryName, isRemoved }) => (
          <DropdownItem
            key={uid}
            isSelected={uid === pack.uid}
            description={isRemoved ? `${registryName}, removed` : registryName}
            onClick={() => open(uid)}
          >
            {version}
          </DropdownItem>
        ))}
      </DropdownList>
    </Menu>
  )
}
