import type { PackFacetsBody } from '@waybill/api-contract'
import { counted } from '../../shared/ui/words/amounts.ts'
import { FilterSelect } from '../../shared/ui/list/filter-select.tsx'
import { ListSearch } from '../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../shared/ui/list/list-toolbar.tsx'
import { choicesOf, packChoiceName } from './pack-choices.ts'
import { type ChangePackQuery, noPackFilters, PACK_FILTERS, packFilterNames, type PackQuery } from './pack-query.ts'

interface PacksToolbarProps {
  query: PackQuery
  facets: PackFacetsBody
  count: number
  onChange: ChangePackQuery
}

export function PacksToolbar({ query, facets, count, onChange }: PacksToolbarProps) {
  const choices = choicesOf(facets)
  return (
    <ListToolbar
      search={<ListSearch fields="name" search={query.search} onSearch={(search) => onChange({ search })} />}
      filters={packFilterNames.map((name) => (
        <FilterSelect
          key={name}
          label={PACK_FILTERS[name].label}
          choices={choices[name]}
          nameOf={(choice) => packChoiceName(name, choice, facets)}
          chosen={query[PACK_FILTERS[name].key]}
          onChoose={(chosen) => onChange({ [PACK_FILTERS[name].key]: chosen })}
        />
      ))}
      count={counted(count, 'pack')}
      onClear={() => onChange(noPackFilters)}
    />
  )
}
