import { api } from '@waybill/api-client'
import { useConnection } from '../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../shared/ui/sending/use-change.ts'
import type { SecretRule } from './rule-words.ts'

interface RemoveRuleDialogProps {
  rule: SecretRule
  onClose: () => void
}

export function RemoveRuleDialog({ rule, onClose }: RemoveRuleDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const remove = () => api.secretDecisions.deleteRule(connection, { params: { uid: rule.uid } })
  return (
    <ConfirmDialog
      title="Remove this rule?"
      refusal={error}
      action="Remove"
      isBusy={isBusy}
      onConfirm={() => void change(remove, `The rule for ${rule.packName} was removed.`)}
      onClose={onClose}
    >
      <p>
        {rule.verdict === 'always'
          ? 'Without it, this value may be exported in clear where nothing else says that it is a secret:'
          : 'Without it, this value is masked where it looks like a secret:'}{' '}
        <strong>{rule.packName}</strong> <code>{rule.path}</code>.
      </p>
    </ConfirmDialog>
  )
}
