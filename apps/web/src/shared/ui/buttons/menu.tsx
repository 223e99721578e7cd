import { Dropdown } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle, type MenuToggleProps } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useRef, type ReactNode } from 'react'
import { useOpening } from './use-opening.ts'

interface MenuProps {
  /** Accessible name of the button. */
  label: string
  toggle: Pick<MenuToggleProps, 'variant' | 'size' | 'icon' | 'className' | 'children'>
  /** The menu's content: lists of items. */
  children: ReactNode
  alignment?: 'left' | 'right'
  /** Whether the focus returns to the button; off if selecting an item leads away. */
  isFocusReturned?: boolean
  isScrollable?: boolean
}

/**
 * A button with a menu that closes when an item is selected. The popper is mounted only once the button is focused or
 * pressed: one in every row of a list would listen to every key and measure on every change.
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
