import { Dropdown } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle, type MenuToggleProps } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useRef, useState, type ReactNode } from 'react'

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

/**
 * A button that opens a menu, which closes when something is chosen. What places the menu is there while it is open: in every row
 * of a list it would listen to each key and measure at each change.
 */
export function Menu({
  label,
  toggle,
  children,
  alignment = 'left',
  isFocusReturned = false,
  isScrollable = false,
}: MenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <MenuToggle {...toggle} ref={button} isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)} aria-label={label} />
      {isOpen ? (
        <Dropdown
          isOpen
          isScrollable={isScrollable}
          shouldFocusToggleOnSelect={isFocusReturned}
          onOpenChange={setIsOpen}
          onSelect={() => setIsOpen(false)}
          popperProps={{ position: alignment }}
          toggle={{ toggleNode: null, toggleRef: button }}
        >
          {children}
        </Dropdown>
      ) : null}
    </>
  )
}
