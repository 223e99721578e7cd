import { Dropdown } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle, type MenuToggleProps } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useRef, type ReactNode } from 'react'
import { useOpening } from './use-opening.ts'

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
 * A button that opens a menu, which closes when something is chosen. What places the menu is mounted only once somebody turns to the
 * button: one in every row of a list would listen to each key and measure at each change.
 */
export function Menu({
  label,
  toggle,
  children,
  alignment = 'left',
  isFocusReturned = false,
  isScrollable = false,
}: MenuProps) {
  const { isThere, isOpen, change, onMount, watch } = useOpening()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <MenuToggle
        {...toggle}
        {...watch}
        ref={button}
        isExpanded={isOpen}
        onClick={() => change(!isOpen)}
        aria-label={label}
      />
      {isThere ? (
        <Dropdown
          isOpen={isOpen}
          isScrollable={isScrollable}
          shouldFocusToggleOnSelect={isFocusReturned}
          onOpenChange={change}
          onSelect={() => change(false)}
          popperProps={{ position: alignment, preventOverflow: true, onMount }}
          toggle={{ toggleNode: null, toggleRef: button }}
        >
          {children}
        </Dropdown>
      ) : null}
    </>
  )
}
