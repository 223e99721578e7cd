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
  useEffect(() => {
    const follow = () => setIsOpen(wide.matches)
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [])
  useEffect(() => {
    if (!wide.matches) setIsOpen(false)
  }, [pathname])
  return { isOpen, toggle: () => setIsOpen(!isOpen) }
}
