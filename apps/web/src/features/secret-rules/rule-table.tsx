import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../../shared/ui/list/table.tsx'
import { RelativeTime } from '../../shared/ui/words/relative-time.tsx'
import { type SecretRule, verdictNames } from './rule-words.ts'

interface RuleTableProps {
  rules: readonly SecretRule[]
  /** Why the user may not remove a rule. */
  refusalOf: (rule: SecretRule) => string | undefined
  onRemove: (rule: SecretRule) => void
}

const head = ['Pack', 'Path', 'Rule', 'Added']

/** Why a rule currently masks nothing, shown below it. */
function Missing({ children }: { children: string }) {
  return (
    <HelperText>
      <HelperTextItem variant="warning">{children}</HelperTextItem>
    </HelperText>
  )
}

export function RuleTable({ rules, refusalOf, onRemove }: RuleTableProps) {
  return (
    <Table label="Rules for secrets" head={head} hasActions>
      {rules.map((rule) => (
        <Row key={rule.uid}>
          <Cell label="Pack" className="wb-breakable">
            <strong>{rule.packName}</strong>
            {rule.missing === 'pack' ? <Missing>No pack of this name is here</Missing> : null}
          </Cell>
          <Cell label="Path" className="wb-breakable">
            <code>{rule.path}</code>
            {rule.missing === 'path' ? <Missing>The newest version of the pack has no such path</Missing> : null}
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
              reason={refusalOf(rule)}
              onClick={() => onRemove(rule)}
            />
          </ActionCell>
        </Row>
      ))}
    </Table>
  )
}
