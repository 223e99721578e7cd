import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { addTeamMembers } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { type SyntheticEvent, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { useCandidates } from './use-candidates.ts'

interface AddMembersDialogProps {
  team: ConsoleTeamBody
  onClose: () => void
}

/** Picks people who come into a team; what was picked stays while one searches for others. */
export function AddMembersDialog({ team, onClose }: AddMembersDialogProps) {
  const connection = connectionOf(useScope())
  const { search, setSearch, people, count, failure } = useCandidates(team)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { isBusy, error, change } = useChange(onClose)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const add = () => addTeamMembers(connection, team.uid, chosen)
    const said = chosen.length === 1 ? '1 person' : `${chosen.length} people`
    if (!isBusy && chosen.length > 0) void change(add, `${said} added to ${team.name}.`)
  }
  const adding = (
    <Button type="submit" form="members-form" isLoading={isBusy} isDisabled={isBusy || chosen.length === 0}>
      {chosen.length === 0 ? 'Add' : `Add ${chosen.length}`}
    </Button>
  )
  const refusal = failure ?? error
  return (
    <Dialog
      title={`Add members to ${team.name}`}
      variant="medium"
      refusal={refusal && failureLine(refusal)}
      actions={adding}
      onClose={onClose}
    >
      <Form id="members-form" onSubmit={handleSubmit}>
        <ListSearch fields="name or e-mail" search={search} onSearch={setSearch} />
        <p role="status" className="wb-subtle">
          {count === 0 ? 'Nobody matches who is not in the team already.' : ''}
          {count > people.length ? `The first ${people.length} of ${count}. Search to find others.` : ''}
        </p>
        <div role="group" aria-label="People">
          {people.map(({ uid, name, email }) => (
            <Checkbox
              key={uid}
              id={`member-${uid}`}
              // Two people may have one name.
              label={name === email ? email : `${name} (${email})`}
              isChecked={chosen.includes(uid)}
              onChange={(_event, isOn) => setChosen(isOn ? [...chosen, uid] : chosen.filter((each) => each !== uid))}
            />
          ))}
        </div>
      </Form>
    </Dialog>
  )
}
