import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { AdjustIcon } from '@patternfly/react-icons/dist/esm/icons/adjust-icon'
import { useState } from 'react'
import { readThemeChoice, saveThemeChoice, THEME_CHOICES, type ThemeChoice } from '../shared/theme/theme-choice.ts'

const names: Record<ThemeChoice, string> = { system: 'Same as system', light: 'Light', dark: 'Dark' }

export function ThemeMenu() {
  const [isOpen, setIsOpen] = useState(false)
  const [choice, setChoice] = useState(readThemeChoice)
  const choose = (next: ThemeChoice) => {
    saveThemeChoice(next)
    setChoice(next)
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
          icon={<AdjustIcon />}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`Theme: ${names[choice]}`}
        />
      )}
    >
      <DropdownList>
        {THEME_CHOICES.map((each) => (
          <DropdownItem key={each} isSelected={each === choice} onClick={() => choose(each)}>
            {names[each]}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  )
}
