import type { PackFacetsBody } from '@waybill/api-contract'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { activePackFilters } from './pack-choices.ts'
import { type ChangePackQuery, noPackFilters, type PackQuery } from './pack-query.ts'

export function NoPacks() {
  const mayAdd = can(useScope(), 'packRegistry.create')
  return (
    <EmptyState icon={CubesIcon} titleText="No packs yet" headingLevel="h2">
      <EmptyStateBody>
        Packs and charts come from registries. A tenant administrator adds those under Tenant Settings &gt; Registries;
        their packs are listed here after the first sync.
      </EmptyStateBody>
      {mayAdd && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <LinkButton to={paths.registries}>Open Registries</LinkButton>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  )
}

interface NoPackHitProps {
  query: PackQuery
  facets: PackFacetsBody
  onChange: ChangePackQuery
}

export function NoPackHit({ query, facets, onChange }: NoPackHitProps) {
  return (
    <NoHit title="No pack matches" onClear={() => onChange(noPackFilters)}>
      Active filters: {activePackFilters(query, facets).join(' · ')}
    </NoHit>
  )
}
