import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../../shared/ui/list/table.tsx'
import { RelativeTime } from '../../shared/ui/words/relative-time.tsx'
import { type SecretRule, verdictNames } from './rule-words.ts'

interface RuleTableProps {
  rules: readonly SecretRule[]
  /** Why this caller may not remove any. */
  refusal: string | undefined
  onRemove: (rule: SecretRule) => void
}

const head = ['Pack', 'Path', 'Rule', 'Added']

export function RuleTable({ rules, refusal, onRemove }: RuleTableProps) {
  return (
    <Table label="Rules for secrets" head={head} hasActions>
      {rules.map((rule) => (
        <Row key={rule.uid}>
          <Cell label="Pack" className="wb-rule-text">
            <strong>{rule.packName}</strong>
          </Cell>
          <Cell label="Path" className="wb-rule-text">
            <code>{rule.path}</code>
          </Cell>
          <Cell label="Rule" isNowrap>
            <Label isCompact variant="outline" color={rule.verdict === 'always' ? 'green' : 'orange'}>
              {verdictNames[rule.verdict]}
            </Label>
          </Cell>
          <Cell label="Added">
            <RelativeTime at={rule.at} /> by {rule.by}
          </Cell>
          <ActionCell>
            <ActionButton
              label="Remove"
              fullLabel={`Remove the rule for ${rule.packName} ${rule.path}`}
              variant="link"
              reason={refusal}
              onClick={() => onRemove(rule)}
            />
          </ActionCell>
        </Row>
      ))}
    </Table>
  )
}
