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
  return (
    <ConfirmDialog
      title={`Delete macro ${macro.name}?`}
      refusal={answer?.error ? failureLine(answer.error) : null}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => submit({ intent: 'delete', name: macro.name, value: '' })}
      onClose={onClose}
    >
      {macro.usedBy.length === 0 ? <p>No profile uses it.</p> : null}
      {macro.usedBy.length > 0 ? (
        <>
          <p>{macro.usedBy.length === 1 ? 'One profile uses it:' : `${macro.usedBy.length} profiles use it:`}</p>
          <MacroUsers users={macro.usedBy} />
        </>
      ) : null}
      <p>
        {successor
          ? `After that, the ${successor.scope}’s ${macro.name} applies here.`
          : macro.usedBy.length > 0
            ? 'After that, references to it no longer resolve.'
            : null}
      </p>
    </ConfirmDialog>
  )
}
