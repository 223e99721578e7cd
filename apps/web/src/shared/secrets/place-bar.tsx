import type { ReactNode } from 'react'
import { ActionButton } from '../ui/buttons/action-button.tsx'
import './place-bar.css'

/** An action on the selected place. */
export interface PlaceAction {
  label: string
  /** Why the user cannot do it. */
  reason?: string | undefined
  run: () => void
}

interface PlaceBarProps {
  /** The selected place; null if there is none. */
  name: string | null
  /** Further information about it. */
  note?: ReactNode
  /** How to select a place. */
  hint: string
  actions: readonly PlaceAction[]
}

/** The bar below a text, with the selected value and the actions on it. Tab leads here from the text. */
export function PlaceBar({ name, note, hint, actions }: PlaceBarProps) {
  return (
    <div className="wb-place" role="group" aria-label="Chosen value">
      <span role="status" className="wb-place-name">
        {name === null ? hint : <code>{name}</code>} {name === null ? null : <span>{note}</span>}
      </span>
      {name === null
        ? null
        : actions.map(({ label, reason, run }, index) => (
            // Keyed by index: an action changes after it was used, and its button must keep the focus.
            <ActionButton
              key={index}
              label={label}
              fullLabel={`${label}: ${name}`}
              variant="link"
              reason={reason}
              onClick={run}
            />
          ))}
    </div>
  )
}
