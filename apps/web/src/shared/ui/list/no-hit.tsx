import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon'
import type { ReactNode } from 'react'
import { Nothing } from '../messages/nothing.tsx'

interface NoHitProps {
  title: string
  onClear: () => void
  /** What was looked for. */
  children: ReactNode
}

/** Shown if a list has entries but none match, with a button that clears the filters. */
export function NoHit({ title, onClear, children }: NoHitProps) {
  const clearing = (
    <Button variant="link" onClick={onClear}>
      Clear all filters
    </Button>
  )
  return (
    <Nothing icon={SearchIcon} title={title} actions={clearing}>
      {children}
    </Nothing>
  )
}
