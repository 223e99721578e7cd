import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { useNavigate } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Menu } from '../../shared/ui/buttons/menu.tsx'
import type { PackUpdateData } from './pack-update-data.ts'

type Version = PackUpdateData['versions'][number]

/** The versions that the layer can move to, newest first; what is older or does not fit says so. */
export function UpdateVersionMenu({ uid, packName, versions, chosen }: UpdateVersionMenuProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const choose = (version: string) =>
    void navigate(paths.updatePack(scope, uid, { layer: packName, version }), { replace: true, state: stayOnPage })
  return (
    <Menu label={`New version: ${chosen}`} toggle={{ size: 'sm', children: chosen }} isScrollable isFocusReturned>
      <DropdownList>
        {versions.map((each) => (
          <DropdownItem
            key={each.packUid}
            isSelected={each.version === chosen}
            description={descriptionOf(each)}
            onClick={() => choose(each.version)}
          >
            {each.version}
          </DropdownItem>
        ))}
      </DropdownList>
    </Menu>
  )
}

interface UpdateVersionMenuProps {
  uid: string
  packName: string
  versions: readonly Version[]
  chosen: string
}

function descriptionOf({ isNewer, isCompatible }: Version): string {
  if (!isCompatible) return 'For another cloud or kind of layer'
  return isNewer ? 'Newer' : 'Older'
}
