import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { api } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'

interface AddMembersDialogProps {
  team: ConsoleTeamBody
  onClose: () => void
}

const SHOWN = 50

/** Selects new members of a team; the selection is kept while searching. */
export function AddMembersDialog({ team, onClose }: AddMembersDialogProps) {
  const connection = useConnection()
  const [search, setSearch] = useState('')
  const found = useAnswer(
    (signal) => api.accounts.listPeople(connection, { query: { search, limit: SHOWN }, signal }),
    search,
  )
  const isIn = new Set(team.members.map(({ uid }) => uid))
  const listed = found?.ok ? found.value.items : []
  const people = listed.filter(({ uid }) => !isIn.has(uid))
  const count = found?.ok ? found.value.listmeta.count - (listed.length - people.length) : -1
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { isBusy, error, change } = useChange(onClose)
  const handleSubmit = () => {
    const add = () => api.teamMembers.add(connection, { params: { uid: team.uid }, body: { userUids: [...chosen] } })
    if (chosen.length > 0) void change(add, `${counted(chosen.length, 'person', 'people')} added to ${team.name}.`)
  }
  const refusal = found?.ok === false ? found.error : error
  return (
    <FormDialog
      title={`Add members to ${team.name}`}
      variant="medium"
      refusal={refusal}
      action={chosen.length === 0 ? 'Add' : `Add ${chosen.length}`}
      isBusy={isBusy}
      isDisabled={chosen.length === 0}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
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
            // Two people may have the same name.
            label={name === email ? email : `${name} (${email})`}
            isChecked={chosen.includes(uid)}
            onChange={(_event, isOn) => setChosen(isOn ? [...chosen, uid] : chosen.filter((each) => each !== uid))}
          />
        ))}
      </div>
    </FormDialog>
  )
}
