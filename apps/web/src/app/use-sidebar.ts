import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** From here on the menu stands beside the page; below it lies over it, and only when asked for. */
const wide = matchMedia('(min-width: 75rem)')

export interface Sidebar {
  isOpen: boolean
  toggle: () => void
}

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
  return { isOpen, toggle: () => setIsOpen(!isOpen) }
}
