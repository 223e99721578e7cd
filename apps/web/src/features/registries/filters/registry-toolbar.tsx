import { FilterSelect } from '../../../shared/ui/list/filters/filter-select.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { SearchOfList } from '../../../shared/ui/list/search-of-list.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import type { List } from '../../../shared/ui/list/use-list.ts'
import { REGISTRY_STATES, registryList, type RegistryQuery } from './registry-query.ts'

const NAMES: Readonly<Record<string, string>> = {
  synced: 'Synced',
  failed: 'Failed',
  syncing: 'Waiting or syncing',
  never: 'Never synced',
}

interface RegistryToolbarProps {
  list: List<RegistryQuery>
  count: number
}

export function RegistryToolbar({ list, count }: RegistryToolbarProps) {
  return (
    <ListToolbar
      search={<SearchOfList list={list} fields="name or address" />}
      filters={
        <FilterSelect
          label="State"
          choices={REGISTRY_STATES}
          nameOf={(state) => NAMES[state] ?? state}
          chosen={list.asked.state}
          onChoose={(chosen) => list.change({ state: REGISTRY_STATES.filter((state) => chosen.includes(state)) })}
        />
      }
      count={counted(count, 'registry', 'registries')}
      onClear={() => list.change(registryList.noFilters)}
    />
  )
}
