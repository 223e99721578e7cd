import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ReactNode } from 'react'
import { LinkButton } from '../buttons/link-button.tsx'
import './end-bar.css'

interface EndBarProps {
  /** The accessible name, if it holds more than buttons. */
  label?: string
  children: ReactNode
}

/** The final buttons of a long page: always visible, and never covering the focused element. */
export function EndBar({ label, children }: EndBarProps) {
  return (
    <section className="wb-end-bar" aria-label={label}>
      {children}
    </section>
  )
}

/** The buttons of a form page: save, or return without saving. */
export function SaveBar({ isBusy, back }: { isBusy: boolean; back: string }) {
  return (
    <EndBar>
      <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
        Save
      </Button>
      <LinkButton variant="link" to={back}>
        Cancel
      </LinkButton>
    </EndBar>
  )
}
