import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

export const sidebarId = 'main-menu'

/** From here on the menu stands beside the page; below it lies over it, and only when asked for. */
const wide = matchMedia('(min-width: 75rem)')

export interface Sidebar {
  isOpen: boolean
  toggle: () => void
}

/** Lying over the page, it goes by Escape, by a tap beside it, and with the page. */
export function useSidebar(): Sidebar {
  const [isOpen, setIsOpen] = useState(wide.matches)
  const { pathname } = useLocation()
  const [shownPath, setShownPath] = useState(pathname)
  if (shownPath !== pathname) {
    setShownPath(pathname)
    if (!wide.matches) setIsOpen(false)
  }
  useEffect(() => {
    const follow = () => setIsOpen(wide.matches)
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [])
  useEffect(() => {
    if (!isOpen || wide.matches) return
    const isInside = (target: EventTarget | null) =>
      target instanceof Element && target.closest(`#${sidebarId}, [aria-controls="${sidebarId}"]`) !== null
    const closeByKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setIsOpen(false)
      document.querySelector<HTMLElement>(`[aria-controls="${sidebarId}"]`)?.focus()
    }
    const closeByTap = ({ target }: PointerEvent) => {
      if (!isInside(target)) setIsOpen(false)
    }
    document.addEventListener('keydown', closeByKey)
    document.addEventListener('pointerdown', closeByTap)
    return () => {
      document.removeEventListener('keydown', closeByKey)
      document.removeEventListener('pointerdown', closeByTap)
    }
  }, [isOpen])
  return { isOpen, toggle: () => setIsOpen(!isOpen) }
}
