import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { deleteSecretRule } from '@waybill/api-client'
import { connectionOf } from '../../shared/http/connection.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import type { SecretRule } from './rule-words.ts'

interface RemoveRuleDialogProps {
  rule: SecretRule
  onClose: () => void
}

export function RemoveRuleDialog({ rule, onClose }: RemoveRuleDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, change } = useChange(onClose)
  const remove = () => deleteSecretRule(connection, rule.uid)
  const removal = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void change(remove, `The rule for ${rule.packName} was removed.`)}
    >
      Remove
    </Button>
  )
  return (
    <Dialog
      title="Remove this rule?"
      isWarning
      refusal={error && failureLine(error)}
      actions={removal}
      onClose={onClose}
    >
      <p>
        {rule.verdict === 'always'
          ? 'Without it, this value may be exported in clear where nothing else says that it is a secret:'
          : 'Without it, this value is masked where it looks like a secret:'}{' '}
        <strong>{rule.packName}</strong> <code>{rule.path}</code>.
      </p>
    </Dialog>
  )
}
