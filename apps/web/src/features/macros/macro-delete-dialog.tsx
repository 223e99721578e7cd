import { ConfirmDialog } from '../../shared/ui/dialogs/confirm-dialog.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import type { Macro } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'
import { useMacroChange } from './use-macro-change.ts'

interface MacroDeleteDialogProps {
  macro: Macro
  /** The inherited macro that takes its place, if any. */
  successor: Macro | undefined
  /** Must keep its identity between renders. */
  onClose: () => void
}

/** Asks before a macro is deleted, naming the profiles that use it. */
export function MacroDeleteDialog({ macro, successor, onClose }: MacroDeleteDialogProps) {
  const { answer, isBusy, submit } = useMacroChange(onClose)
  const users = macro.usedBy.length + macro.hidden
  return (
    <ConfirmDialog
      title={`Delete macro ${macro.name}?`}
      refusal={answer?.error ? failureLine(answer.error) : null}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => submit({ intent: 'delete', name: macro.name, value: '' })}
      onClose={onClose}
    >
      {users === 0 ? <p>No profile uses it.</p> : null}
      {users > 0 ? (
        <>
          <p>{users === 1 ? 'One profile uses it:' : `${users} profiles use it:`}</p>
          <MacroUsers macro={macro} />
        </>
      ) : null}
      <p>
        {successor
          ? `After that, the ${successor.scope}’s ${macro.name} applies here.`
          : users > 0
            ? 'After that, references to it no longer resolve.'
            : null}
      </p>
    </ConfirmDialog>
  )
}
