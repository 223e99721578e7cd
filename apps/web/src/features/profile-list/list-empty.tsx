import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { AddButton, ImportButton } from './list-buttons.tsx'
import { activeFilters, clearFilters } from './filters/active-filters.ts'
import type { ChangeQuery, ListQuery } from './filters/list-query.ts'

export function NoProfiles() {
  return (
    <EmptyState icon={CubesIcon} titleText="No cluster profiles yet" headingLevel="h2">
      <EmptyStateBody>
        A cluster profile is an ordered stack of layers that clusters are built from: operating system, Kubernetes,
        network, storage and add-ons. Import the first one from another environment, or add it here.
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ImportButton />
        </EmptyStateActions>
        <EmptyStateActions>
          <AddButton />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

export function NoProfileHit({ query, onChange }: { query: ListQuery; onChange: ChangeQuery }) {
  return (
    <NoHit title="No profile matches" onClear={() => onChange(clearFilters)}>
      Active filters: {activeFilters(query).join(' · ')}
    </NoHit>
  )
}
