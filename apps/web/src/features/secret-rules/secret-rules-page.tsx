import { useState } from 'react'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { AddRuleDialog } from './add-rule-dialog.tsx'
import { RemoveRuleDialog } from './remove-rule-dialog.tsx'
import { RuleTable } from './rule-table.tsx'
import type { SecretRule } from './rule-words.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'

type OpenDialog = { kind: 'add' } | { kind: 'remove'; rule: SecretRule } | null

/** What the tenant always or never masks, regardless of the findings in a profile. */
export function SecretRulesPage({ rules }: { rules: readonly SecretRule[] }) {
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const close = () => setDialog(null)
  const scope = useScope()
  const refusal = roleRefusal(scope, 'tenant.update')
  const showRefusal = roleRefusal(scope, 'clusterProfile.update')
  const addButton = (
    <ActionButton label="Add rule" variant="primary" reason={refusal} onClick={() => setDialog({ kind: 'add' })} />
  )
  return (
    <PageSection>
      <div className="wb-flow">
        <PageHead heading="Secrets" title="Rules for secrets" help="masking">
          {rules.length > 0 ? addButton : null}
        </PageHead>
        <p>
          Rules say what is always or never masked in the values of a pack, in every profile of the tenant. What a pack
          declares to be a secret is masked whatever they say.
        </p>
        {rules.length === 0 ? (
          <Nothing title="No rules yet" actions={addButton}>
            Without rules, a value is masked where it looks like a secret or somebody marked it as one. Add a rule where
            the same value of a pack is masked wrongly, or missed, time and again.
          </Nothing>
        ) : (
          <RuleTable
            rules={rules}
            refusalOf={({ verdict }) => refusal ?? (verdict === 'always' ? showRefusal : undefined)}
            onRemove={(rule) => setDialog({ kind: 'remove', rule })}
          />
        )}
        {dialog?.kind === 'add' ? <AddRuleDialog neverRefusal={showRefusal} onClose={close} /> : null}
        {dialog?.kind === 'remove' ? <RemoveRuleDialog rule={dialog.rule} onClose={close} /> : null}
      </div>
    </PageSection>
  )
}
