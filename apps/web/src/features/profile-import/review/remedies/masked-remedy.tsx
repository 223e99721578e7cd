import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import type { ImportPlanBody } from '@waybill/api-contract'
import { useState } from 'react'
import { secretProblem } from '../../../../shared/secrets/secret-problem.ts'
import { FieldText } from '../../../../shared/ui/forms/field-text.tsx'
import { PasswordField } from '../../../../shared/ui/forms/password-field.tsx'
import { dropMask, maskedPart, settleMasks } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { maskedPlace } from '../../state/masked-place.ts'
import type { ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

type MaskedRow = Extract<ValidateRow, { kind: 'masked' }>

interface MaskedRemedyProps {
  row: MaskedRow
  comparedWith: ImportPlanBody['comparedWith']
}

const SETTLED_WORDS = { fill: 'has been entered.', 'leave-empty': 'is left empty.' } as const

function settledWords(row: MaskedRow, comparedWith: ImportPlanBody['comparedWith']): string {
  if (row.choice === undefined) return 'is settled.'
  return row.choice.action === 'keep'
    ? `keeps the value of ${comparedWith?.version ?? 'the version here'}.`
    : SETTLED_WORDS[row.choice.action]
}

function sentenceOf(row: MaskedRow, comparedWith: ImportPlanBody['comparedWith']): string {
  if (!row.isBlocking) return settledWords(row, comparedWith)
  const [invalid] = row.problems
  return invalid?.message ?? 'was masked on export.'
}

/** The value that a masked part belongs to, and the pack's description of it. */
function hintOf({ around, hint }: MaskedRow['masked']): string {
  const whole = around ? [`Part of ${around.before}••••••••${around.after}`] : []
  return [...whole, ...(hint === '' ? [] : [hint])].join(' · ')
}

/** A masked value: entered, left empty, or kept from the version here. */
export function MaskedRemedy({ row, comparedWith }: MaskedRemedyProps) {
  const { masked, choice, id } = row
  const decide = useImport((state) => state.decide)
  const setRowOpen = useImport((state) => state.setRowOpen)
  const place = maskedPlace(masked)
  // A value that no request can carry is kept here with its problem, until another one is typed.
  const [refused, setRefused] = useState('')
  const problem = secretProblem(refused)
  const handleType = (typed: string) => {
    const value = maskedPart(typed, masked.around)
    const isRefused = secretProblem(value) !== ''
    setRefused(isRefused ? value : '')
    decide(isRefused || value === '' ? dropMask(masked.id) : settleMasks([{ place: masked.id, action: 'fill', value }]))
  }
  const handleChoose = (action: 'leave-empty' | 'keep') => {
    decide(settleMasks([{ place: masked.id, action }]))
    setRowOpen(id, false)
  }
  return (
    <RemedyRow
      row={row}
      place={place}
      sentence={sentenceOf(row, comparedWith)}
      settled={settledWords(row, comparedWith)}
    >
      <Form className="wb-fields" onSubmit={(event) => event.preventDefault()}>
        <FormGroup label={masked.around ? 'Masked part' : 'Value'} fieldId={`${id}-value`}>
          <PasswordField
            id={`${id}-value`}
            label={`Value of ${place}`}
            takesLines
            value={refused === '' && choice?.action === 'fill' ? choice.value : refused}
            describedBy={`${id}-text`}
            hasProblem={problem !== ''}
            onChange={handleType}
          />
          <FieldText id={`${id}-text`} problem={problem} hint={hintOf(masked)} />
        </FormGroup>
        <div className="wb-fields__button">
          <Button variant="secondary" onClick={() => handleChoose('leave-empty')}>
            Leave empty
          </Button>
          {masked.isKeepable && comparedWith ? (
            <Button variant="secondary" onClick={() => handleChoose('keep')}>
              Keep the value of {comparedWith.version} here
            </Button>
          ) : null}
        </div>
      </Form>
    </RemedyRow>
  )
}
