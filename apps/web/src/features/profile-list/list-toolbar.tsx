import type { ProfileFacetsBody } from '@waybill/api-contract'
import {
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
  ToolbarToggleGroup,
} from '@patternfly/react-core/dist/dynamic/components/Toolbar'
import { FilterIcon } from '@patternfly/react-icons/dist/esm/icons/filter-icon'
import { clearFilters, filterNames } from './active-filters.ts'
import { FilterSelect } from './filter-select.tsx'
import { FILTER_CHOICES, FILTERS, type FilterName, type ListQuery } from './list-query.ts'
import { ListSearch } from './list-search.tsx'
import type { ChangeQuery } from './use-list-query.ts'

interface ListToolbarProps {
  query: ListQuery
  facets: ProfileFacetsBody
  count: number
  onChange: ChangeQuery
}

export function ListToolbar({ query, facets, count, onChange }: ListToolbarProps) {
  const choices: Record<FilterName, readonly string[]> = {
    type: facets.types,
    // To the API, `all` is no filter (contract §i).
    cloud: facets.cloudTypes.filter((cloud) => cloud !== 'all'),
    tag: facets.tags,
    ...FILTER_CHOICES,
  }
  return (
    <Toolbar
      clearAllFilters={() => onChange(clearFilters)}
      clearFiltersButtonText="Clear all"
      collapseListedFiltersBreakpoint="xl"
      className="wb-list-toolbar"
    >
      <ToolbarContent>
        <ToolbarItem className="wb-list-search">
          <ListSearch search={query.search} onSearch={(search) => onChange({ search })} />
        </ToolbarItem>
        <ToolbarToggleGroup toggleIcon={<FilterIcon />} breakpoint="xl" aria-label="Filters">
          <ToolbarGroup variant="filter-group">
            {filterNames.map((name) => (
              <FilterSelect
                key={name}
                name={name}
                choices={choices[name]}
                chosen={query[FILTERS[name].key]}
                onChoose={(chosen) => onChange({ [FILTERS[name].key]: chosen })}
              />
            ))}
          </ToolbarGroup>
        </ToolbarToggleGroup>
        <ToolbarItem className="wb-list-count" role="status" align={{ default: 'alignEnd' }}>
          {count === 1 ? '1 profile' : `${count.toLocaleString('en')} profiles`}
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  )
}
