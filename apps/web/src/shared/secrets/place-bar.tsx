import type { ReactNode } from 'react'
import { ActionButton } from '../ui/buttons/action-button.tsx'
import './place-bar.css'

/** What can be done with a chosen place. */
export interface PlaceAction {
  label: string
  /** Why it cannot be done by this caller. */
  reason?: string | undefined
  run: () => void
}

interface PlaceBarProps {
  /** What was chosen; null before anything was. */
  name: string | null
  /** More about it. */
  note?: ReactNode
  /** What to do to choose something. */
  hint: string
  actions: readonly PlaceAction[]
}

/** Under a text: which value is chosen in it, and what can be done with it. Tab leads here from the text. */
export function PlaceBar({ name, note, hint, actions }: PlaceBarProps) {
  return (
    <div className="wb-place" role="group" aria-label="Chosen value">
      <span role="status" className="wb-place-name">
        {name === null ? hint : <code>{name}</code>} {name === null ? null : <span>{note}</span>}
      </span>
      {name === null
        ? null
        : actions.map(({ label, reason, run }, index) => (
            // By place: what a button does changes when it was pressed, and it must not lose the focus by that.
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
