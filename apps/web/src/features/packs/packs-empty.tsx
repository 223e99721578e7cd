import type { PackFacetsBody } from '@waybill/api-contract'
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'
import { activeFilters } from '../../shared/ui/list/filters/active-filters.ts'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import type { ChangeList } from '../../shared/ui/list/use-change-list.ts'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { packChoiceName } from './pack-choices.ts'
import { PACK_FILTERS, packList, type PackQuery } from './pack-query.ts'

export function NoPacks() {
  const mayAdd = can(useScope(), 'packRegistry.create')
  return (
    <Nothing
      icon={CubesIcon}
      title="No packs yet"
      actions={mayAdd ? <LinkButton to={paths.registries}>Open Registries</LinkButton> : null}
    >
      Packs and charts come from registries. A tenant administrator adds those under Tenant Settings &gt; Registries;
      their packs are listed here after the first sync.
    </Nothing>
  )
}

interface NoPackHitProps {
  query: PackQuery
  facets: PackFacetsBody
  onChange: ChangeList<PackQuery>
}

export const NoPackHit = ({ query, facets, onChange }: NoPackHitProps) => (
  <NoHit title="No pack matches" onClear={() => onChange(packList.noFilters)}>
    Active filters: {activeFilters(query, PACK_FILTERS, (name, value) => packChoiceName(name, value, facets))}
  </NoHit>
)
