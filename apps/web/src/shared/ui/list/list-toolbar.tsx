import {
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
  ToolbarToggleGroup,
} from '@patternfly/react-core/dist/dynamic/components/Toolbar'
import { FilterIcon } from '@patternfly/react-icons/dist/esm/icons/filter-icon'
import type { ReactNode } from 'react'
import { counted } from '../words/amounts.ts'
import './list-toolbar.css'

interface ListToolbarProps {
  search: ReactNode
  /** FilterSelects. */
  filters?: ReactNode
  /** View options of the list. */
  actions?: ReactNode
  /** The number of entries, e.g. `12 profiles`. */
  count: string
  onClear: () => void
}

/** Search, filters with their chips, and the number of entries. */
export function ListToolbar({ search, filters = null, actions = null, count, onClear }: ListToolbarProps) {
  return (
    <Toolbar
      clearAllFilters={onClear}
      clearFiltersButtonText="Clear all"
      numberOfFiltersText={(filters) => `${counted(filters, 'filter')} applied`}
      collapseListedFiltersBreakpoint="xl"
      className="wb-list-toolbar"
    >
      <ToolbarContent>
        <ToolbarItem className="wb-list-search">{search}</ToolbarItem>
        {filters === null ? null : (
          <ToolbarToggleGroup toggleIcon={<FilterIcon />} breakpoint="xl" aria-label="Filters">
            <ToolbarGroup variant="filter-group">{filters}</ToolbarGroup>
          </ToolbarToggleGroup>
        )}
        {actions === null ? null : <ToolbarItem>{actions}</ToolbarItem>}
        <ToolbarItem className="wb-list-count" role="status" align={{ default: 'alignEnd' }}>
          {count}
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  )
}
