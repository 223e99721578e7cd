import type { ReactNode } from 'react'
import './details.css'

/** One entry of a list of facts (`dl.wb-facts`). */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
