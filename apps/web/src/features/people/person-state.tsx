import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { PersonBody } from '@waybill/api-contract'

/** Whether somebody may come in, and whether a link is waiting for them. */
export function PersonState({ person }: { person: Pick<PersonBody, 'isActive' | 'hasOpenLink'> }) {
  return (
    <span className="wb-labels">
      {person.isActive ? (
        <Label isCompact color="green">
          Active
        </Label>
      ) : (
        <Label isCompact color="grey">
          Disabled
        </Label>
      )}
      {person.hasOpenLink ? (
        <Label isCompact variant="outline">
          Password link open
        </Label>
      ) : null}
    </span>
  )
}
