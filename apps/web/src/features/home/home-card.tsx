import { Card, CardBody, CardTitle } from '@patternfly/react-core/dist/dynamic/components/Card'
import { type ReactNode, useId } from 'react'

interface HomeCardProps {
  title: string
  /** Shown instead of an empty list, in one line. */
  nothing: ReactNode
  children: ReactNode
}

export function HomeCard({ title, nothing, children }: HomeCardProps) {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} className="wb-home-card">
      <CardTitle component="h2" id={id}>
        {title}
      </CardTitle>
      <CardBody>{nothing === null ? children : <p className="wb-subtle">{nothing}</p>}</CardBody>
    </Card>
  )
}
