import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { PersonBody } from '@waybill/api-contract'

const COLOURS = { Active: 'green', Invited: 'blue', 'Invitation expired': 'orange', Disabled: 'grey' } as const

/** Invited are those without a password who never signed in another way either, as by single sign-on. */
function stateOf({ isActive, hasPassword, hasExpiredLink, lastSeenAt }: StatedPerson): keyof typeof COLOURS {
  if (!isActive) return 'Disabled'
  if (hasPassword || lastSeenAt !== null) return 'Active'
  return hasExpiredLink ? 'Invitation expired' : 'Invited'
}

/** Nobody comes in by it any more: only another link lets them. */
export const isInvitationExpired = (person: StatedPerson): boolean => stateOf(person) === 'Invitation expired'

type StatedPerson = Pick<PersonBody, 'isActive' | 'hasPassword' | 'hasOpenLink' | 'hasExpiredLink' | 'lastSeenAt'>

/** Whether somebody may come in, and whether a link is waiting for them. */
export function PersonState({ person }: { person: StatedPerson }) {
  const state = stateOf(person)
  return (
    <span className="wb-labels">
      <Label isCompact color={COLOURS[state]}>
        {state}
      </Label>
      {person.hasOpenLink ? (
        <Label isCompact variant="outline">
          Password link open
        </Label>
      ) : null}
    </span>
  )
}
