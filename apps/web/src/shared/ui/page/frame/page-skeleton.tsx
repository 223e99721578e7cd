import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { PageSection } from '../page-section.tsx'

const lines = ['70%', '85%', '60%', '75%', '80%', '55%']

/** The outline of a page whose data is loading. */
export function PageSkeleton() {
  return (
    <PageSection aria-busy="true" aria-label="Loading">
      <div className="wb-skeleton">
        <Skeleton width="16rem" fontSize="2xl" screenreaderText="Loading" />
        <Skeleton width="100%" height="2.5rem" />
        {lines.map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </PageSection>
  )
}
