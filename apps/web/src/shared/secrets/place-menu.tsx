import { Menu, MenuContent, MenuItem, MenuList } from '@patternfly/react-core/dist/dynamic/components/Menu'
import { useEffect, useRef } from 'react'
import type { PlaceAction } from './place-bar.tsx'
import './place-bar.css'

interface PlaceMenuProps {
  at: { x: number; y: number }
  actions: readonly PlaceAction[]
  /** Called when the menu is closed by keyboard or by selecting an action; the focus returns to where it was. */
  onClose: () => void
}

/** The bar's actions as a context menu. */
export function PlaceMenu({ at, actions, onClose }: PlaceMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    menu.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const close = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return
      onClose()
    }
    window.addEventListener('pointerdown', close)
    window.addEventListener('scroll', close, true)
    return () => {
      window.removeEventListener('pointerdown', close)
      window.removeEventListener('scroll', close, true)
    }
  }, [onClose])
  return (
    <Menu
      ref={menu}
      className="wb-place-menu"
      style={{ insetInlineStart: at.x, insetBlockStart: at.y }}
      onKeyDown={({ key }) => {
        if (key === 'Escape' || key === 'Tab') onClose()
      }}
    >
      <MenuContent>
        <MenuList aria-label="What to do with the value">
          {actions.map(({ label, reason, run }) => (
            <MenuItem
              key={label}
              isAriaDisabled={reason !== undefined}
              {...(reason === undefined ? {} : { description: reason })}
              onClick={() => {
                onClose()
                run()
              }}
            >
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuContent>
    </Menu>
  )
}
