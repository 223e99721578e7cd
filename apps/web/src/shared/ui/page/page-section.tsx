import type { ReactNode } from 'react'

interface PageSectionProps {
  /** Whether it takes up the remaining height. */
  isFilled?: boolean
  className?: string
  'aria-label'?: string
  'aria-busy'?: 'true'
  children: ReactNode
}

/**
 * A section of a page, built from PatternFly's classes: its component adds code for sticky sections and their
 * measurement.
 */
export function PageSection({ isFilled = false, className = '', children, ...said }: PageSectionProps) {
  return (
    <section {...said} className={`pf-v6-c-page__main-section ${isFilled ? 'pf-m-fill ' : ''}${className}`}>
      <div className="pf-v6-c-page__main-body">{children}</div>
    </section>
  )
}
