import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import { Form, FormGroup, FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { useState } from 'react'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { createMacro, dropMacro, type MacroChoice } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { messagesOf, type ValidateRow } from '../validate-rows.ts'
import { useWizard } from '../../wizard/wizard-context.ts'
import { RemedyRow } from '../remedy-row.tsx'
import { TextField } from '../../../../shared/ui/forms/text-field.tsx'

type MacroRow = Extract<ValidateRow, { kind: 'macro' }>

const SCOPE_NAMES = { project: 'Project', tenant: 'Tenant' } as const

/** A macro that is undefined here is created together with the profile. */
export function MacroRemedy({ row }: { row: MacroRow }) {
  const { macroScopes } = useWizard()
  const { macro, choice } = row
  return (
    <RemedyRow
      row={row}
      place={macro.name}
      sentence={messagesOf(row.problems) || 'will be created with the profile.'}
      {...(choice ? { settled: `will be created in the ${choice.scope} with the profile.` } : {})}
    >
      {macroScopes.length === 0 ? (
        <p className="wb-subtle">
          Creating it requires the permission <code>macro.create</code>. Ask an administrator for the permission, or to
          create the macro.
        </p>
      ) : (
        <MacroForm row={row} />
      )}
      <UsedIn places={macro.usedIn} />
    </RemedyRow>
  )
}

function MacroForm({ row: { id, macro, choice } }: { row: MacroRow }) {
  const { macroScopes } = useWizard()
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const [wantedScope, setWantedScope] = useState(macroScopes[0] ?? 'project')
  const scope = choice?.scope ?? wantedScope
  const take = (change: Partial<MacroChoice>) => {
    const next = { name: macro.name, value: choice?.value ?? '', scope, ...change }
    decide(next.value === '' ? dropMacro(macro.name) : createMacro(next))
  }
  const handleScope = (chosen: MacroChoice['scope']) => {
    setWantedScope(chosen)
    if (choice) take({ scope: chosen })
  }
  const handleCreate = () => {
    decide(createMacro({ name: macro.name, value: choice?.value ?? '', scope }))
    setRowOpen(id, false)
  }
  return (
    <Form className="wb-fields" onSubmit={(event) => event.preventDefault()}>
      <TextField
        id={`${id}-value`}
        label={`Value of ${macro.name}`}
        value={choice?.value ?? ''}
        onChange={(value) => take({ value })}
      />
      <FormGroup label="Scope" fieldId={`${id}-scope`}>
        <FormSelect
          id={`${id}-scope`}
          value={scope}
          isDisabled={macroScopes.length === 1}
          onChange={(_event, value) => handleScope(value === 'tenant' ? 'tenant' : 'project')}
        >
          {macroScopes.map((each) => (
            <FormSelectOption key={each} value={each} label={SCOPE_NAMES[each]} />
          ))}
        </FormSelect>
        <ScopeHint scopes={macroScopes} />
      </FormGroup>
      <Button variant="secondary" onClick={handleCreate} className="wb-fields__button">
        Create it with the profile
      </Button>
    </Form>
  )
}

/** Why the other scope cannot be chosen. */
function ScopeHint({ scopes }: { scopes: readonly MacroChoice['scope'][] }) {
  const { scope } = useWizard()
  const missing = (['project', 'tenant'] as const).find((each) => !scopes.includes(each))
  if (missing === undefined || (missing === 'project' && scope.kind === 'tenant')) return null
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem>Creating it in the {missing} requires the permission macro.create there.</HelperTextItem>
      </HelperText>
    </FormHelperText>
  )
}

function UsedIn({ places }: { places: readonly string[] }) {
  return (
    <ExpandableSection toggleText={`Used in ${counted(places.length, 'place')}`}>
      <ul>
        {places.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </ExpandableSection>
  )
}
