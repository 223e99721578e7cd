import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { deleteLater } from '../../../../shared/deletions/profile-deletions.ts'
import { findClones } from '../../../../shared/deletions/find-clones.ts'
import { connectionOf } from '../../../../shared/http/connection.ts'
import { useAnswer } from '../../../../shared/http/use-answer.ts'
import { scopeTitle } from '../../../../shared/session/scope.ts'
import { useScope } from '../../../../shared/session/scope-context.ts'
import { Dialog } from '../../../../shared/ui/dialogs/dialog.tsx'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { NameList } from '../name-list.tsx'
import type { BulkActionProps } from '../selection.ts'

/** Asks for confirmation, and says which versions and clones are kept. */
export function DeleteSelected({ profiles, leftOut, onClose }: BulkActionProps) {
  const scope = useScope()
  const isOne = profiles.length === 1
  const uids = profiles.map(({ uid }) => uid)
  const clones = useAnswer((signal) => findClones(scope, uids, signal), `${scope.uid} ${uids.join(',')}`)
  const them = isOne ? 'it' : 'them'
  const textOf = (uid: string) => clones?.textOf(uid) ?? ''
  const hasClones = profiles.some(({ uid }) => textOf(uid) !== '')
  const remove = () => {
    deleteLater(connectionOf(scope), profiles)
    onClose()
  }
  const deletion = (
    <Button variant="danger" isDisabled={clones === null} onClick={remove}>
      {`Delete ${counted(profiles.length, 'profile')}`}
    </Button>
  )
  return (
    <Dialog
      title={`Delete ${counted(profiles.length, 'profile')}?`}
      isWarning
      isScrolled
      refusal={clones?.refusal}
      actions={deletion}
      onClose={onClose}
    >
      <p>
        {isOne ? 'It is' : 'They are'} deleted from {scopeTitle(scope)}. This can be taken back for ten seconds. If this
        tab is closed before then, nothing is deleted.
      </p>
      {!clones?.refusal && (
        <p>
          {clones === null
            ? `Looking for what was cloned from ${them}…`
            : `${hasClones ? 'What' : 'Nothing'} was cloned from ${them}${hasClones ? ' stays' : ''}.`}
        </p>
      )}
      <NameList
        profiles={profiles}
        leftOut={leftOut}
        noteOf={({ uid, others }) => (
          <p className="wb-subtle wb-bulk-note">
            {others > 0 ? `${counted(others, 'other version')} of it ${others === 1 ? 'stays' : 'stay'}. ` : ''}
            {textOf(uid)}
          </p>
        )}
      />
    </Dialog>
  )
}
