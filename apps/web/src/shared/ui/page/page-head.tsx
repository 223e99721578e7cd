import type { ReactNode } from 'react'
import type { HelpTopic } from '../../navigation/paths.ts'
import { PageHeading } from './page-heading.tsx'

interface PageHeadProps {
  heading: string
  /** Document title, when it says more than the heading. */
  title?: string
  /** What of the help says more about it. */
  help?: HelpTopic | undefined
  /** Right behind the heading: a menu of versions, a state. */
  beside?: ReactNode
  /** Below the heading, in small print. */
  note?: string
  /** What can be done with the page as a whole. */
  children?: ReactNode
}

/** What a page is, and what can be done about it: at the other end of the row, or below where there is no room. */
export const PageHead = ({ heading, beside, note, children, ...said }: PageHeadProps) => (
  <div className="wb-page-head">
    <div>
      <div className="wb-heading-line">
        <PageHeading {...said}>{heading}</PageHeading>
        {beside}
      </div>
      {note && <p className="wb-subtle">{note}</p>}
    </div>
    {children && <div className="wb-page-actions">{children}</div>}
  </div>
)
