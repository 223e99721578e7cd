import type { ProfileFacetsBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { can } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import type { List } from '../../../shared/ui/list/use-list.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { FilterSelect } from '../../../shared/ui/list/filters/filter-select.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { SearchOfList } from '../../../shared/ui/list/search-of-list.tsx'
import { choiceName, filterNames } from './filter-words.ts'
import { FILTER_CHOICES, type FilterName, FILTERS, type ListQuery, profileList } from './list-query.ts'

interface ProfileListToolbarProps {
  actions: ReactNode
  list: List<ListQuery>
  facets: ProfileFacetsBody
  count: number
}

export function ProfileListToolbar({ actions, list, facets, count }: ProfileListToolbarProps) {
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
      search={<SearchOfList list={list} fields="name, description or tag" />}
      filters={filterNames.map((name) => (
        <FilterSelect
          key={name}
          label={FILTERS[name]}
          choices={choices[name]}
          nameOf={(choice) => choiceName(name, choice)}
          chosen={list.asked[name]}
          onChoose={(chosen) => list.change({ [name]: chosen })}
        />
      ))}
      actions={actions}
      count={counted(count, 'profile')}
      onClear={() => list.change(profileList.noFilters)}
    />
  )
}
