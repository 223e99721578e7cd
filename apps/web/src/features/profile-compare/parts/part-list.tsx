import { Link } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { isDifferent, type Part } from './compared-parts.ts'
import { MarkLabels } from './mark-labels.tsx'

interface PartListProps {
  parts: readonly Part[]
  chosen: string
  searchOf: (part: Part) => string
}

const KINDS = { profile: '', layer: 'Layer', variable: 'Variable' } as const

/** Layers and variables, each a link to its differences. */
export function PartList({ parts, chosen, searchOf }: PartListProps) {
  return (
    <nav aria-label="What differs" className="wb-parts">
      <ul>
        {parts.map((part) => (
          <li key={part.key}>
            <Link
              to={{ search: searchOf(part) }}
              replace
              preventScrollReset
              state={stayOnPage}
              className="wb-part"
              {...(part.key === chosen ? { 'aria-current': 'true' } : {})}
            >
              <span className="wb-part-name">
                {KINDS[part.kind] === '' ? null : <span className="wb-subtle">{KINDS[part.kind]} </span>}
                {part.name}
              </span>
              <span className="wb-part-marks">
                <MarkLabels marks={part.marks} />
                {isDifferent(part) ? null : <span className="wb-subtle">same</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
