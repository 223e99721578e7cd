import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { useBuilder } from '../state/builder-store.ts'
import type { VariableUse } from './variable-uses.ts'

/** Where a variable is used, each a link into the text. */
export function UsedMenu({ name, uses }: { name: string; uses: readonly VariableUse[] }) {
  const [, setParams] = useSearchParams()
  const jumpTo = useBuilder((state) => state.jumpTo)
  if (uses.length === 0) return <span className="wb-subtle">nowhere</span>
  const follow = ({ key, layer, offset }: VariableUse) => {
    setParams({ layer }, { state: stayOnPage })
    jumpTo({ key, offset })
  }
  const text = `in ${counted(uses.length, 'place')}`
  return (
    <Menu label={`${name} is used ${text}`} toggle={{ size: 'sm', children: text }} isScrollable>
      <DropdownList>
        {uses.map((use) => (
          <DropdownItem key={`${use.key} ${use.offset}`} onClick={() => follow(use)}>
            {`${use.label}, line ${use.line}`}
          </DropdownItem>
        ))}
      </DropdownList>
    </Menu>
  )
}
