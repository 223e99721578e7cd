import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

export const sidebarId = 'main-menu'

/** From this width the menu is shown beside the page; below it, it opens over the page on request. */
const wide = matchMedia('(min-width: 75rem)')

export interface Sidebar {
  isOpen: boolean
  toggle: () => void
}

/** A menu that lies over the page is closed by Escape, by a tap outside it, and by navigation. */
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
