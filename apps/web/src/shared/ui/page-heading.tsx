import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ReactNode } from 'react'

interface PageHeadingProps {
  children: ReactNode
  /** Document title, when the heading is more than text. */
  title?: string
}

/** The one h1 of a page: names the document, and takes the focus after a navigation. */
export function PageHeading({ children, title }: PageHeadingProps) {
  return (
    <>
      <title>{`${title ?? String(children)} · Waybill`}</title>
      <Title headingLevel="h1" tabIndex={-1} className="wb-heading">
        {children}
      </Title>
    </>
  )
}
