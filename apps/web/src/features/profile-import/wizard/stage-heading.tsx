import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { useEffect, useRef } from 'react'

/** Heading of a step; takes the focus when the step comes, but for the first one: the page's heading has it. */
export function StageHeading({ children, isFirst = false }: { children: string; isFirst?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const mayStay = useRef(isFirst)
  useEffect(() => {
    if (!mayStay.current) heading.current?.focus()
    mayStay.current = false
  }, [children])
  return (
    <Title headingLevel="h2" size="lg" tabIndex={-1} ref={heading} className="wb-heading">
      {children}
    </Title>
  )
}
