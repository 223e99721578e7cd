import '@patternfly/patternfly/components/Page/page.css'
import { SkipToContent } from '@patternfly/react-core/dist/dynamic/components/SkipToContent'
import type { ReactNode } from 'react'

const mainId = 'main-content'

interface PageFrameProps {
  masthead?: ReactNode
  sidebar?: ReactNode
  subnav?: ReactNode
  children: ReactNode
}

/**
 * PatternFly's page built from its classes: its component adds a notification drawer, a tenth of the list page's size
 * budget, which this console does not use.
 */
export function PageFrame({ masthead, sidebar, subnav, children }: PageFrameProps) {
  return (
    <div className={`pf-v6-c-page${sidebar === undefined ? ' pf-m-no-sidebar' : ''}`}>
      <SkipToContent href={`#${mainId}`}>Skip to content</SkipToContent>
      {masthead}
      {sidebar}
      <div className="pf-v6-c-page__main-container pf-m-fill">
        <main id={mainId} className="pf-v6-c-page__main" tabIndex={-1}>
          {subnav}
          {children}
        </main>
      </div>
    </div>
  )
}
