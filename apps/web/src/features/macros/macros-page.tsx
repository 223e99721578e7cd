import type { MacroUsageBody } from '@waybill/api-contract'
import { useMemo, useState } from 'react'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { MacroDeleteDialog } from './macro-delete-dialog.tsx'
import { MacroFormDialog } from './macro-form-dialog.tsx'
import { isOwn, type Macro, sortMacros } from './macro-rows.ts'
import { MacroTable } from './macro-table.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './macros.css'

type Dialog = { kind: 'add' } | { kind: 'change' | 'delete'; macro: Macro } | null

/** The macros of the scope and those that it inherits. */
export function MacrosPage({ items }: MacroUsageBody) {
  const scope = useScope()
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  const macros = useMemo(() => sortMacros(items, scope), [items, scope])
  const taken = useMemo(
    () => new Set(items.filter((macro) => isOwn(macro, scope)).map(({ name }) => name)),
    [items, scope],
  )
  const addButton = (
    <ActionButton
      label="Add macro"
      variant="primary"
      reason={roleRefusal(scope, 'macro.create')}
      onClick={() => setDialog({ kind: 'add' })}
    />
  )
  return (
    <PageSection>
      <div className="wb-flow">
        <PageHead heading="Macros" help="getting-started#macros">
          {macros.length > 0 ? addButton : null}
        </PageHead>
        <p>
          Values that profiles refer to by name. A project’s macro overrides the tenant’s, and the tenant’s overrides
          the system’s.
        </p>
        {macros.length === 0 ? (
          <Nothing title="No macros here yet" actions={addButton}>
            A macro keeps what differs between environments, such as a region or a domain, out of the profiles.
          </Nothing>
        ) : (
          <MacroTable
            macros={macros}
            onChange={(macro) => setDialog({ kind: 'change', macro })}
            onDelete={(macro) => setDialog({ kind: 'delete', macro })}
          />
        )}
        <OpenDialog dialog={dialog} taken={taken} macros={macros} onClose={close} />
      </div>
    </PageSection>
  )
}

interface OpenDialogProps {
  dialog: Dialog
  taken: ReadonlySet<string>
  macros: readonly Macro[]
  onClose: () => void
}

function OpenDialog({ dialog, taken, macros, onClose }: OpenDialogProps) {
  if (dialog === null) return null
  if (dialog.kind === 'add') return <MacroFormDialog taken={taken} onClose={onClose} />
  const { macro } = dialog
  if (dialog.kind === 'change') return <MacroFormDialog macro={macro} taken={taken} onClose={onClose} />
  const successor = macros.find((other) => other.name === macro.name && other.scope !== macro.scope)
  return <MacroDeleteDialog macro={macro} successor={successor} onClose={onClose} />
}
