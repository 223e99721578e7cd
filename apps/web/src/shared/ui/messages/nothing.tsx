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
  /** What leads on from here. */
  actions?: ReactNode
  children: ReactNode
}

/** In place of what is not there: why, and what leads on. */
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
