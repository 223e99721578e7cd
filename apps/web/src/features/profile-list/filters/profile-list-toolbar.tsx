import type { ProfileFacetsBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { can } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { FilterSelect } from '../../../shared/ui/list/filters/filter-select.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { choiceName, filterNames } from './filter-words.ts'
import { FILTER_CHOICES, type FilterName, FILTERS, type ListQuery, profileList } from './list-query.ts'

interface ProfileListToolbarProps {
  actions: ReactNode
  query: ListQuery
  facets: ProfileFacetsBody
  count: number
  onChange: ChangeList<ListQuery>
}

export function ProfileListToolbar({ actions, query, facets, count, onChange }: ProfileListToolbarProps) {
  const seesMacros = can(useScope(), 'macro.list')
  const choices: Record<FilterName, readonly string[]> = {
    type: facets.types,
    cloud: facets.cloudTypes,
    tag: facets.tags,
    ...FILTER_CHOICES,
    state: FILTER_CHOICES.state.filter((state) => state !== 'missingMacros' || seesMacros),
  }
  return (
    <ListToolbar
      search={
        <ListSearch
          fields="name, description or tag"
          search={query.search}
          onSearch={(search) => onChange({ search })}
        />
      }
      filters={filterNames.map((name) => (
        <FilterSelect
          key={name}
          label={FILTERS[name]}
          choices={choices[name]}
          nameOf={(choice) => choiceName(name, choice)}
          chosen={query[name]}
          onChoose={(chosen) => onChange({ [name]: chosen })}
        />
      ))}
      actions={actions}
      count={counted(count, 'profile')}
      onClear={() => onChange(profileList.noFilters)}
    />
  )
}
