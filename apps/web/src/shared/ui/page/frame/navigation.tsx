import '@patternfly/patternfly/components/Nav/nav.css'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'

// Drawn with PatternFly's classes: its components bring along fly-outs, what places those, and buttons to scroll.

interface NavigationProps {
  label: string
  /** Whether it lies above the page. */
  isSubnav?: boolean
  children: ReactNode
}

export function Navigation({ label, isSubnav = false, children }: NavigationProps) {
  return (
    <nav className={`pf-v6-c-nav${isSubnav ? ' pf-m-horizontal pf-m-subnav' : ''}`} aria-label={label}>
      {children}
    </nav>
  )
}

export function NavigationGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="pf-v6-c-nav__section" aria-labelledby={id}>
      <h2 id={id} className="pf-v6-c-nav__section-title">
        {title}
      </h2>
      <NavigationList>{children}</NavigationList>
    </section>
  )
}

export function NavigationList({ children }: { children: ReactNode }) {
  return <ul className="pf-v6-c-nav__list">{children}</ul>
}

interface NavigationLinkProps {
  to: string
  /** Whether it leads to where one is. */
  isActive: boolean
  children: string
}

export function NavigationLink({ to, isActive, children }: NavigationLinkProps) {
  return (
    <li className="pf-v6-c-nav__item">
      <Link
        to={to}
        className={`pf-v6-c-nav__link${isActive ? ' pf-m-current' : ''}`}
        {...(isActive ? { 'aria-current': 'page' } : {})}
      >
        {children}
      </Link>
    </li>
  )
}
