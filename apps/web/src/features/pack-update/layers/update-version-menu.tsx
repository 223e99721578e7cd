import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import type { LayerVersions } from '../pack-updates-data.ts'
import type { MovingLayer } from '../decisions/use-decisions.ts'

/** The versions that the layer can change to, newest first; older and unsuitable ones are marked. */
export function UpdateVersionMenu({ layer, onChoose }: UpdateVersionMenuProps) {
  const { versions, merge } = layer
  const chosen = merge.to.version
  return (
    <Menu label={`New version: ${chosen}`} toggle={{ size: 'sm', children: chosen }} isScrollable isFocusReturned>
      <DropdownList>
        {versions.map((each) => (
          <DropdownItem
            key={each.packUid}
            isSelected={each.version === chosen}
            description={descriptionOf(each)}
            onClick={() => onChoose(layer, each.version)}
          >
            {each.version}
          </DropdownItem>
        ))}
      </DropdownList>
    </Menu>
  )
}

interface UpdateVersionMenuProps {
  layer: MovingLayer
  onChoose: (layer: LayerVersions, version: string) => void
}

function descriptionOf({ isNewer, isCompatible }: LayerVersions['versions'][number]): string {
  if (!isCompatible) return 'For another cloud or kind of layer'
  return isNewer ? 'Newer' : 'Older'
}
