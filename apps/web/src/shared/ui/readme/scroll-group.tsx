import type { ReactNode } from 'react'

/** Content that may be wider than the page. Whatever scrolls must be reachable by keyboard (WCAG 2.1.1). */
export function ScrollGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className="wb-readme-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
