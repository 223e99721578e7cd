import type { ReactNode } from 'react'
import type { HelpTopic } from '../../navigation/paths.ts'
import { PageHeading } from './page-heading.tsx'

interface PageHeadProps {
  heading: string
  /** The document title, if it differs from the heading. */
  title?: string
  /** The matching part of the help. */
  help?: HelpTopic | undefined
  /** Right after the heading: a menu of versions, a state. */
  beside?: ReactNode
  /** Below the heading, in small print. */
  note?: string
  /** The actions on the page as a whole. */
  children?: ReactNode
}

/** The heading of a page and its actions: at the other end of the row, or below if there is no room. */
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
