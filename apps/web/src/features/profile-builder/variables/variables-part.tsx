import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useMemo, useRef, useState } from 'react'
import { Table } from '../../../shared/ui/list/table.tsx'
import { useBuilder } from '../state/builder-store.ts'
import { type DraftVariable, putVariable, removeVariable, variableKey, variablesIn } from '../state/variable-texts.ts'
import type { PlacedProblem } from '../texts/problems/placed-problem.ts'
import { VariablePanel } from './variable-panel.tsx'
import { VariableRow } from './variable-row.tsx'
import { variableUses } from './variable-uses.ts'

const HEADS = ['Name', 'Format', 'Default', 'Required', 'Used']

/** The panel beside the table: a variable by name, or a new one. */
type Open = { before: string | null }

/** The variables of the profile: common fields in table rows, all others in a panel. */
export function VariablesPart({ problems }: { problems: readonly PlacedProblem[] }) {
  const texts = useBuilder((state) => state.texts)
  const dispatch = useBuilder((state) => state.dispatch)
  const [open, setOpen] = useState<Open | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const variables = useMemo(() => variablesIn(texts), [texts])
  const uses = useMemo(() => variableUses(texts), [texts])
  const arrange = (next: typeof texts) => dispatch({ type: 'arrange', texts: next })
  const handleTake = (variable: DraftVariable) => {
    arrange(putVariable(texts, variable, open?.before ?? null))
    setOpen(null)
  }
  const handleRemove = (name: string) => {
    arrange(removeVariable(texts, name))
    // The button is removed with its row.
    add.current?.focus()
  }
  return (
    <>
      <div>
        <Button ref={add} variant="secondary" onClick={() => setOpen({ before: null })}>
          Add variable
        </Button>
      </div>
      {variables.length === 0 ? (
        <p>This profile asks for nothing when a cluster is deployed.</p>
      ) : (
        <Table label="Variables" head={HEADS}>
          {variables.map((variable) => (
            <VariableRow
              key={variable.name}
              variable={variable}
              uses={uses.get(variable.name) ?? []}
              problems={problems.filter(({ place }) => place.key === variableKey(variable.name))}
              onOpen={() => setOpen({ before: variable.name })}
              onRemove={() => handleRemove(variable.name)}
            />
          ))}
        </Table>
      )}
      {open && (
        <VariablePanel variables={variables} before={open.before} onTake={handleTake} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
