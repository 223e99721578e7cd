import { api } from '@waybill/api-client'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useEffect, useState } from 'react'
import { type Clones, clonesText } from '../../../../shared/deletions/clone-words.ts'
import { deleteLater } from '../../../../shared/deletions/profile-deletions.ts'
import { connectionOf } from '../../../../shared/http/connection.ts'
import { scopeTitle } from '../../../../shared/session/scope.ts'
import { useScope } from '../../../../shared/session/scope-context.ts'
import { Dialog } from '../../../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../../../shared/ui/messages/failure-text.ts'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { NameList } from '../name-list.tsx'
import type { BulkActionProps } from '../selection.ts'

/** Asks once, with what stays of each name and what was cloned from it. */
export function DeleteSelected({ profiles, leftOut, onClose }: BulkActionProps) {
  const scope = useScope()
  const isOne = profiles.length === 1
  const { clones, problem } = useClones(profiles.map(({ uid }) => uid))
  const remove = () => {
    deleteLater(connectionOf(scope), profiles)
    onClose()
  }
  const deletion = (
    <Button variant="danger" isDisabled={clones === null && problem === null} onClick={remove}>
      {`Delete ${counted(profiles.length, 'profile')}`}
    </Button>
  )
  return (
    <Dialog
      title={isOne ? 'Delete this version?' : 'Delete these versions?'}
      isWarning
      isScrolled
      refusal={problem}
      actions={deletion}
      onClose={onClose}
    >
      <p>
        {isOne ? 'It is' : 'They are'} deleted from {scopeTitle(scope)}. This can be taken back for ten seconds.
      </p>
      <NameList
        profiles={profiles}
        leftOut={leftOut}
        noteOf={({ uid, others }) => (
          <>
            {others > 0 ? `${counted(others, 'other version')} of it ${others === 1 ? 'stays' : 'stay'}. ` : ''}
            {clonesText(clones?.find((each) => each.uid === uid))}
          </>
        )}
      />
    </Dialog>
  )
}

/** What was cloned from the profiles; null until it is known. */
function useClones(uids: readonly string[]) {
  const scope = useScope()
  const [clones, setClones] = useState<readonly Clones[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = uids.join(',')
  useEffect(() => {
    const stop = new AbortController()
    void api.profiles
      .listClones(connectionOf(scope), { query: { uids: asked }, signal: stop.signal })
      .then((result) => {
        if (stop.signal.aborted) return
        if (result.ok) setClones(result.value.items)
        else setProblem(`What was cloned from them could not be read. ${failureLine(result.error)}`)
      })
    return () => stop.abort()
  }, [scope, asked])
  return { clones, problem }
}
