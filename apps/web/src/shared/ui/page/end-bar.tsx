import type { ReactNode } from 'react'
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
