import { cloudName, typeName } from '../../../shared/ui/words/profile-words.ts'
import { activeFilters } from '../../../shared/ui/list/filters/active-filters.ts'
import { FILTERS, type FilterName, type ListQuery } from './list-query.ts'

export const filterNames = Object.keys(FILTERS) as FilterName[]

/** States whose label is more than the capitalised word. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  updates: 'Update available',
  oldDraft: 'Draft for over 30 days',
  empty: 'Values still empty',
  missingMacros: 'Macro missing',
}

/** A filter's value as displayed. */
export function choiceName(filter: FilterName, value: string): string {
  if (filter === 'type') return typeName(value)
  if (filter === 'cloud') return cloudName(value)
  if (filter === 'state' && value in STATE_NAMES) return STATE_NAMES[value] ?? value
  return filter === 'tag' ? value : value.charAt(0).toUpperCase() + value.slice(1)
}

/** Every active filter with its values. */
export const describeFilters = (query: ListQuery): string => activeFilters(query, FILTERS, choiceName)
