import { FilterSelect } from '../../../shared/ui/list/filter-select.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { type ChangePeople, noPeopleFilters, type PeopleList, STATES } from './people-query.ts'

interface PeopleToolbarProps {
  query: PeopleList
  count: number
  onChange: ChangePeople
}

const stateName = (state: string) => (state === 'active' ? 'Active' : 'Disabled')

export function PeopleToolbar({ query, count, onChange }: PeopleToolbarProps) {
  return (
    <ListToolbar
      search={<ListSearch fields="name or e-mail" search={query.search} onSearch={(search) => onChange({ search })} />}
      filters={
        <FilterSelect
          label="State"
          choices={STATES}
          nameOf={stateName}
          chosen={query.state === null ? [] : [query.state]}
          onChoose={(chosen) => onChange({ state: STATES.find((state) => state === chosen.at(-1)) ?? null })}
        />
      }
      count={count === 1 ? '1 person' : `${count.toLocaleString('en')} people`}
      onClear={() => onChange(noPeopleFilters)}
    />
  )
}
