import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import type { ReactNode } from 'react'
import { LinkButton } from '../buttons/link-button.tsx'
import './end-bar.css'

interface EndBarProps {
  /** What screen readers call it, where it holds more than buttons. */
  label?: string
  children: ReactNode
}

/** What decides a long page: it stays in sight, and covers nothing that has the focus. */
export function EndBar({ label, children }: EndBarProps) {
  return (
    <section className="wb-end-bar" aria-label={label}>
      {children}
    </section>
  )
}

/** The end of a form that is a page: what it is about is saved, or left as it was. */
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
