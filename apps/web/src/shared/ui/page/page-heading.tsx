import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { HelpTopic } from '../../navigation/paths.ts'
import { HelpLink } from './help-link.tsx'

interface PageHeadingProps {
  children: string
  /** Document title, when it says more than the heading. */
  title?: string
  /** What of the help says more about the page. */
  help?: HelpTopic | undefined
}

/** The one h1 of a page: names the document, and takes the focus after a navigation. */
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
