import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { AdjustIcon } from '@patternfly/react-icons/dist/esm/icons/adjust-icon'
import { useState } from 'react'
import { readThemeChoice, saveThemeChoice, THEME_CHOICES, type ThemeChoice } from '../../shared/theme/theme-choice.ts'
import { Menu } from '../../shared/ui/buttons/menu.tsx'

const names: Record<ThemeChoice, string> = { system: 'Same as system', light: 'Light', dark: 'Dark' }

export function ThemeMenu() {
  const [choice, setChoice] = useState(readThemeChoice)
  const choose = (next: ThemeChoice) => {
    saveThemeChoice(next)
    setChoice(next)
  }
  return (
    <Menu label={`Theme: ${names[choice]}`} toggle={{ variant: 'plain', icon: <AdjustIcon /> }} alignment="right">
      <DropdownList>
        {THEME_CHOICES.map((each) => (
          <DropdownItem key={each} isSelected={each === choice} onClick={() => choose(each)}>
            {names[each]}
          </DropdownItem>
        ))}
      </DropdownList>
    </Menu>
  )
}
