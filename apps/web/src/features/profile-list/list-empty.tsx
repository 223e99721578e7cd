import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
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

export function NoHit({ query, onChange }: { query: ListQuery; onChange: ChangeQuery }) {
  return (
    <EmptyState icon={SearchIcon} titleText="No profile matches" headingLevel="h2">
      <EmptyStateBody>Active filters: {activeFilters(query).join(' · ')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={() => onChange(clearFilters)}>
            Clear all filters
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
