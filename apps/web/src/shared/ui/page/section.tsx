import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { type ReactNode, useId } from 'react'
import './details.css'

/** A part of a page with its own heading. */
export function Section({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  const id = useId()
  const heading = (
    <Title headingLevel="h2" size="lg" id={id}>
      {title}
    </Title>
  )
  return (
    <section className="wb-detail-section" aria-labelledby={id}>
      {tools === undefined ? (
        heading
      ) : (
        <div className="wb-page-head">
          {heading}
          <div className="wb-page-actions">{tools}</div>
        </div>
      )}
      {children}
    </section>
  )
}
