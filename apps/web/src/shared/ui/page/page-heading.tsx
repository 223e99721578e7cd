import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'

interface PageHeadingProps {
  children: string
  /** Document title, when it says more than the heading. */
  title?: string
}

/** The one h1 of a page: names the document, and takes the focus after a navigation. */
export function PageHeading({ children, title }: PageHeadingProps) {
  return (
    <>
      <title>{`${title ?? children} · Waybill`}</title>
      <Title headingLevel="h1" tabIndex={-1} className="wb-heading">
        {children}
      </Title>
    </>
  )
}
