import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  type EmptyStateProps,
} from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import type { ReactNode } from 'react'

interface NothingProps extends Pick<EmptyStateProps, 'icon' | 'status' | 'headingLevel'> {
  title: string
  /** Buttons or links to the next step. */
  actions?: ReactNode
  children: ReactNode
}

/** Shown instead of missing content: why it is missing, and what to do next. */
export function Nothing({ title, actions = null, headingLevel = 'h2', children, ...look }: NothingProps) {
  return (
    <EmptyState {...look} titleText={title} headingLevel={headingLevel}>
      <EmptyStateBody>{children}</EmptyStateBody>
      {actions === null ? null : (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  )
}
