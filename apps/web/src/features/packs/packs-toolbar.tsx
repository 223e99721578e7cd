import type { PackFacetsBody } from '@waybill/api-contract'
import { counted } from '../../shared/ui/words/amounts.ts'
import { FilterSelect } from '../../shared/ui/list/filters/filter-select.tsx'
import { ListSearch } from '../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../shared/ui/list/list-toolbar.tsx'
import { choicesOf, packChoiceName } from './pack-choices.ts'
import type { ChangeList } from '../../shared/ui/list/use-change-list.ts'
import { PACK_FILTERS, packFilterNames, packList, type PackQuery } from './pack-query.ts'

interface PacksToolbarProps {
  query: PackQuery
  facets: PackFacetsBody
  count: number
  onChange: ChangeList<PackQuery>
}

export function PacksToolbar({ query, facets, count, onChange }: PacksToolbarProps) {
  const choices = choicesOf(facets)
  return (
    <ListToolbar
      search={<ListSearch fields="name" search={query.search} onSearch={(search) => onChange({ search })} />}
      filters={packFilterNames.map((name) => (
        <FilterSelect
          key={name}
          label={PACK_FILTERS[name]}
          choices={choices[name]}
          nameOf={(choice) => packChoiceName(name, choice, facets)}
          chosen={query[name]}
          onChoose={(chosen) => onChange({ [name]: chosen })}
        />
      ))}
      count={counted(count, 'pack')}
      onClear={() => onChange(packList.noFilters)}
    />
  )
}
