import { FilterSelect } from '../../../shared/ui/list/filters/filter-select.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import { REGISTRY_STATES, registryList, type RegistryQuery } from './registry-query.ts'

const NAMES: Readonly<Record<string, string>> = {
  synced: 'Synced',
  failed: 'Failed',
  syncing: 'Waiting or syncing',
  never: 'Never synced',
}

interface RegistryToolbarProps {
  query: RegistryQuery
  count: number
  onChange: ChangeList<RegistryQuery>
}

export function RegistryToolbar({ query, count, onChange }: RegistryToolbarProps) {
  return (
    <ListToolbar
      search={<ListSearch fields="name or address" search={query.search} onSearch={(search) => onChange({ search })} />}
      filters={
        <FilterSelect
          label="State"
          choices={REGISTRY_STATES}
          nameOf={(state) => NAMES[state] ?? state}
          chosen={query.state}
          onChoose={(chosen) => onChange({ state: REGISTRY_STATES.filter((state) => chosen.includes(state)) })}
        />
      }
      count={counted(count, 'registry', 'registries')}
      onClear={() => onChange(registryList.noFilters)}
    />
  )
}
