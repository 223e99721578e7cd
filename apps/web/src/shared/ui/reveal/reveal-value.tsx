import type { RevealInput } from '@waybill/api-contract'
import { ActionButton } from '../buttons/action-button.tsx'
import { failureLine } from '../messages/failure-text.ts'
import { HiddenValue } from './hidden-value.tsx'
import { useReveal } from './use-reveal.ts'
import './reveal.css'

interface RevealValueProps {
  /** What the value belongs to, for screen readers. */
  name: string
  profileUid: string
  place: RevealInput
  /** Why the user may not see it. */
  reason?: string | undefined
}

/** A mask that shows its value on request, to users who may change the profile. */
export function RevealValue({ name, profileUid, place, reason }: RevealValueProps) {
  const { value, error, isBusy, show, hide } = useReveal(profileUid, place)
  const isShown = value !== null
  return (
    <span className="wb-reveal">
      {isShown ? <code className="wb-reveal-value">{value}</code> : <HiddenValue />}
      <ActionButton
        label={isShown ? 'Hide' : 'Reveal'}
        fullLabel={`${isShown ? 'Hide' : 'Reveal'} ${name}`}
        variant="link"
        reason={reason}
        isLoading={isBusy}
        onClick={() => (isShown ? hide() : void show())}
      />
      <span role="status">{error ? failureLine(error) : ''}</span>
    </span>
  )
}
