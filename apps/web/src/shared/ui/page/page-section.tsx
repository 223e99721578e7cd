import type { ReactNode } from 'react'

interface PageSectionProps {
  /** Whether it takes the height that is left. */
  isFilled?: boolean
  className?: string
  'aria-label'?: string
  'aria-busy'?: 'true'
  children: ReactNode
}

/** A section of a page, drawn with PatternFly's classes: its component brings along code that makes sections stick and measures them. */
export function PageSection({ isFilled = false, className = '', children, ...said }: PageSectionProps) {
  return (
    <section {...said} className={`pf-v6-c-page__main-section ${isFilled ? 'pf-m-fill ' : ''}${className}`}>
      <div className="pf-v6-c-page__main-body">{children}</div>
    </section>
  )
}
