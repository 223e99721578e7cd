import { ListSearch } from './list-search.tsx'
import type { List } from './use-list.ts'

interface SearchOfListProps {
  list: Pick<List<{ search: string }>, 'asked' | 'search' | 'timesSet'>
  /** The searched fields: `name or tag`. */
  fields: string
}

/** The search of a list whose query is part of the address. */
export const SearchOfList = ({ list, fields }: SearchOfListProps) => (
  <ListSearch key={list.timesSet} fields={fields} search={list.asked.search} onSearch={list.search} />
)
