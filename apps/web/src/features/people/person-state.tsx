import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { PersonBody } from '@waybill/api-contract'

const COLOURS = {
  Active: 'green',
  Invited: 'blue',
  'Invitation expired': 'orange',
  'Needs a link': 'orange',
  Disabled: 'grey',
} as const

/**
 * Invited means: a link, no password yet, and never signed in any other way, as by single sign-on. A new e-mail and
 * disabling end a link without a trace.
 */
function stateOf(person: StatedPerson): keyof typeof COLOURS {
  const { isActive, hasPassword, hasOpenLink, hasExpiredLink, lastSeenAt } = person
  if (!isActive) return 'Disabled'
  if (hasPassword || lastSeenAt !== null) return 'Active'
  if (hasOpenLink) return 'Invited'
  return hasExpiredLink ? 'Invitation expired' : 'Needs a link'
}

/** The link has expired; only a new one lets the person in. */
export const isInvitationExpired = (person: StatedPerson): boolean => stateOf(person) === 'Invitation expired'

type StatedPerson = Pick<PersonBody, 'isActive' | 'hasPassword' | 'hasOpenLink' | 'hasExpiredLink' | 'lastSeenAt'>

/** Whether the person can sign in, or has a link to use first. */
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
