import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { AdjustIcon } from '@patternfly/react-icons/dist/esm/icons/adjust-icon'
import { useState } from 'react'
import { Menu } from '../../shared/ui/buttons/menu.tsx'

/** The user's choice; `system` follows the operating system. public/theme.js applies it before the first paint. */
const THEME_CHOICES = ['system', 'light', 'dark'] as const
type ThemeChoice = (typeof THEME_CHOICES)[number]

const key = 'waybill.theme'

function readThemeChoice(): ThemeChoice {
  const stored = localStorage.getItem(key)
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system'
}

function saveThemeChoice(choice: ThemeChoice): void {
  localStorage.setItem(key, choice)
  dispatchEvent(new Event('waybill:theme'))
}

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
