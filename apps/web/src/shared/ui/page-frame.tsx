import '@patternfly/patternfly/components/Page/page.css'
import type { ReactNode } from 'react'

const mainId = 'main-content'

interface PageFrameProps {
  masthead?: ReactNode
  sidebar?: ReactNode
  subnav?: ReactNode
  children: ReactNode
}

/**
 * PatternFly's page out of its classes: its component brings a drawer for notifications along, a tenth of the
 * list page's budget, which this console has not.
 */
export function PageFrame({ masthead, sidebar, subnav, children }: PageFrameProps) {
  return (
    <div className={`pf-v6-c-page${sidebar === undefined ? ' pf-m-no-sidebar' : ''}`}>
      <a className="pf-v6-c-button pf-m-primary wb-skip-link" href={`#${mainId}`}>
        Skip to content
      </a>
      {masthead}
      {sidebar}
      <div className="pf-v6-c-page__main-container">
        <main id={mainId} className="pf-v6-c-page__main" tabIndex={-1}>
          {subnav}
          {children}
        </main>
      </div>
    </div>
  )
}
