import { MASK } from '@waybill/layer-text'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { RelativeTime } from '../../shared/ui/words/relative-time.tsx'
import { ActionCell, Cell, Row, Table } from '../../shared/ui/list/table.tsx'
import { isOwn, type Macro, scopeWords } from './macro-rows.ts'
import { MacroUsers } from './macro-users.tsx'

interface MacroTableProps {
  macros: readonly Macro[]
  onChange: (macro: Macro) => void
  onDelete: (macro: Macro) => void
}

const head = ['Name', 'Value', 'Scope', 'Used by', 'Changed']

/** The macros that apply here; inherited ones show their scope and cannot be changed. */
export function MacroTable({ macros, onChange, onDelete }: MacroTableProps) {
  const scope = useScope()
  return (
    <Table label="Macros" head={head} hasActions>
      {macros.map((macro) => (
        <Row key={`${macro.scope}-${macro.name}`}>
          <Cell label="Name" className="wb-macro-text">
            <strong>{macro.name}</strong>
          </Cell>
          <Cell label="Value" className="wb-macro-text">
            {macro.value === '' ? <span className="wb-macro-none">empty</span> : <code>{macro.value}</code>}
            {macro.value === MASK && !isOwn(macro, scope) && (
              <p className="wb-subtle">Shown only to users who may change it in the {macro.scope}.</p>
            )}
          </Cell>
          <Cell label="Scope">
            {scopeWords(macro, scope)}{' '}
            {macro.overriddenBy ? <Label isCompact>overridden by the {macro.overriddenBy}</Label> : null}
          </Cell>
          <Cell label="Used by">
            <MacroUsers macro={macro} />
          </Cell>
          <Cell label="Changed" isNowrap>
            <RelativeTime at={macro.modifiedAt} />
          </Cell>
          <ActionCell>
            {isOwn(macro, scope) ? (
              <span className="wb-row-actions">
                <ActionButton
                  label="Edit"
                  fullLabel={`Edit ${macro.name}`}
                  variant="link"
                  reason={roleRefusal(scope, 'macro.update')}
                  onClick={() => onChange(macro)}
                />
                <ActionButton
                  label="Delete"
                  fullLabel={`Delete ${macro.name}`}
                  variant="link"
                  reason={roleRefusal(scope, 'macro.delete')}
                  onClick={() => onDelete(macro)}
                />
              </span>
            ) : null}
          </ActionCell>
        </Row>
      ))}
    </Table>
  )
}
