import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { HelpTopic } from '../../navigation/paths.ts'
import { HelpLink } from './help-link.tsx'

interface PageHeadingProps {
  children: string
  /** The document title, if it differs from the heading. */
  title?: string
  /** The matching part of the help. */
  help?: HelpTopic | undefined
}

/** The only h1 of a page: sets the document title, and takes the focus after a navigation. */
export function PageHeading({ children, title, help }: PageHeadingProps) {
  const heading = (
    <Title headingLevel="h1" tabIndex={-1} className="wb-heading">
      {children}
    </Title>
  )
  return (
    <>
      <title>{`${title ?? children} · Waybill`}</title>
      {help === undefined ? (
        heading
      ) : (
        <div className="wb-helped-heading">
          {heading}
          <HelpLink topic={help} about={children} />
        </div>
      )}
    </>
  )
}
