import { Dropdown } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle, type MenuToggleProps } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useState, type ReactNode } from 'react'

interface MenuProps {
  /** Accessible name of the button that opens it. */
  label: string
  toggle: Pick<MenuToggleProps, 'variant' | 'size' | 'icon' | 'className' | 'children'>
  /** What opens: lists of items. */
  children: ReactNode
  alignment?: 'left' | 'right'
  /** Whether the focus goes back to the button; off where choosing leads away. */
  isFocusReturned?: boolean
  isScrollable?: boolean
}

/** A button that opens a menu, which closes when something is chosen. */
export function Menu({
  label,
  toggle,
  children,
  alignment = 'left',
  isFocusReturned = false,
  isScrollable = false,
}: MenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dropdown
      isOpen={isOpen}
      isScrollable={isScrollable}
      shouldFocusToggleOnSelect={isFocusReturned}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      popperProps={{ position: alignment }}
      toggle={(ref) => (
        <MenuToggle {...toggle} ref={ref} isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)} aria-label={label} />
      )}
    >
      {children}
    </Dropdown>
  )
}
