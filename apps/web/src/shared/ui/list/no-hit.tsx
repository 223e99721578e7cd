import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import type { ReactNode } from 'react'

interface NoHitProps {
  title: string
  clearLabel?: string
  onClear: () => void
  /** What nothing fits. */
  children: ReactNode
}

/** A list that holds something, but nothing that is looked for: with the way back to all of it. */
export function NoHit({ title, clearLabel = 'Clear all filters', onClear, children }: NoHitProps) {
  return (
    <EmptyState icon={SearchIcon} titleText={title} headingLevel="h2">
      <EmptyStateBody>{children}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {clearLabel}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
