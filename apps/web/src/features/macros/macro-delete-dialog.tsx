import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ConfirmDialog } from '../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../shared/ui/sending/use-change.ts'
import type { Macro } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'
import { ownMacros } from './own-macros.ts'

interface MacroDeleteDialogProps {
  macro: Macro
  /** The inherited macro that takes effect instead, if any. */
  successor: Macro | undefined
  onClose: () => void
}

/** Asks for confirmation before a macro is deleted, and names the profiles that use it. */
export function MacroDeleteDialog({ macro, successor, onClose }: MacroDeleteDialogProps) {
  const scope = useScope()
  const { isBusy, error, change } = useChange(onClose)
  const remove = () =>
    ownMacros(scope).delete(connectionOf(scope), {
      params: { uid: scope.uid },
      body: { macros: [{ name: macro.name }] },
    })
  const users = macro.usedBy.length + macro.hidden
  return (
    <ConfirmDialog
      title={`Delete macro ${macro.name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => void change(remove, `Macro ${macro.name} deleted.`)}
      onClose={onClose}
    >
      {users === 0 ? <p>No profile uses it.</p> : null}
      {users > 0 ? (
        <>
          <p>{users === 1 ? 'One profile version uses it:' : `${users} profile versions use it:`}</p>
          <MacroUsers macro={macro} />
        </>
      ) : null}
      <p>
        {successor
          ? `After that, the ${successor.scope}’s ${macro.name} applies here.`
          : users > 0
            ? 'After that, references to it no longer resolve.'
            : null}{' '}
        Its value goes with it. This cannot be undone.
      </p>
    </ConfirmDialog>
  )
}
