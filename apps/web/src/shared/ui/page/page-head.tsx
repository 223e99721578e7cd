import type { ReactNode } from 'react'
import type { HelpTopic } from '../../navigation/paths.ts'
import { PageHeading } from './page-heading.tsx'

interface PageHeadProps {
  heading: string
  /** Document title, when it says more than the heading. */
  title?: string
  /** What of the help says more about it. */
  help?: HelpTopic | undefined
  /** Below the heading, in small print. */
  note?: string
  /** What can be done with the page as a whole. */
  children?: ReactNode
}

/** What a page is, and at its other end what can be done about it. */
export const PageHead = ({ heading, note, children, ...said }: PageHeadProps) => (
  <div className="wb-page-head">
    <div>
      <PageHeading {...said}>{heading}</PageHeading>
      {note && <p className="wb-subtle">{note}</p>}
    </div>
    {children}
  </div>
)
