import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { useEffect, useRef } from 'react'

/**
 * The heading of a step. It takes the focus when the step opens, except in the first step, where the page's heading has
 * it.
 */
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
