import '@patternfly/patternfly/components/Nav/nav.css'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'

// Built from PatternFly's classes: its components add fly-outs with their positioning, and scroll buttons.

interface NavigationProps {
  label: string
  /** Whether it is the navigation above the page. */
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
  /** Whether it links to the current page. */
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
