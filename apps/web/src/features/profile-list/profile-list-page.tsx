import type { ProfileFacetsBody, ProfileSummariesBody } from '@waybill/api-contract'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { PageHeading } from '../../shared/ui/page-heading.tsx'
import type { ListQuery } from './list-query.ts'

export interface ProfileListProps {
  query: ListQuery
  page: ProfileSummariesBody
  facets: ProfileFacetsBody
}

export function ProfileListPage({ page }: ProfileListProps) {
  return (
    <PageSection>
      <PageHeading>Cluster Profiles</PageHeading>
      <ul>
        {page.items.map((item) => (
          <li key={item.metadata.uid}>{item.metadata.name}</li>
        ))}
      </ul>
    </PageSection>
  )
}
