import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { ImportPlanBody } from '@waybill/api-contract'
import { useWizard } from '../../wizard/wizard-context.ts'
import { nameAs } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { type NameCheck, useNameCheck } from './use-name-check.ts'
import type { ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

interface NameRemedyProps {
  row: Extract<ValidateRow, { kind: 'name' }>
  plan: ImportPlanBody
  /** As the file says. */
  file: { name: string; version: string }
}

export function NameRemedy({ row, plan, file }: NameRemedyProps) {
  const decide = useImport((state) => state.decide)
  const name = useImport(({ stage }) => ('review' in stage ? stage.review.decisions.name : undefined)) ?? file.name
  const version =
    useImport(({ stage }) => ('review' in stage ? stage.review.decisions.version : undefined)) ?? file.version
  const setRowOpen = useImport((state) => state.setRowOpen)

  const take = (chosen: { name: string; version: string }) =>
    decide(nameAs(chosen.name === file.name && chosen.version === file.version ? null : chosen))
  const handleNext = () => {
    take({ name, version: plan.nextVersion })
    setRowOpen(row.id, false)
  }
  const isNextOffered = plan.nextVersion !== '' && plan.nextVersion !== version
  return (
    <RemedyRow
      row={row}
      place={`${plan.name} ${plan.version}`}
      sentence={
        row.problems.length === 0
          ? `is free in ${plan.target.name}.`
          : row.problems.map(({ message }) => message).join(' ')
      }
      settled={`is free in ${plan.target.name}.`}
    >
      <Form className="wb-fields" onSubmit={(event) => event.preventDefault()}>
        <FormGroup label="Name" fieldId="import-name">
          <TextInput id="import-name" value={name} onChange={(_event, value) => take({ name: value, version })} />
        </FormGroup>
        <FormGroup label="Version" fieldId="import-version">
          <TextInput
            id="import-version"
            value={version}
            aria-describedby="import-name-check"
            onChange={(_event, value) => take({ name, version: value })}
          />
          <NameCheckText
            name={name}
            version={version}
            isKnown={name === plan.name && version === plan.version}
            row={row}
          />
        </FormGroup>
        {isNextOffered ? (
          <Button variant="secondary" onClick={handleNext} className="wb-fields__button">
            Use {plan.nextVersion} (next free)
          </Button>
        ) : null}
      </Form>
    </RemedyRow>
  )
}

const CHECK_WORDS: Record<NameCheck, { text: string; variant: 'default' | 'success' | 'error' }> = {
  unknown: { text: 'The server did not answer.', variant: 'default' },
  checking: { text: 'Checking…', variant: 'default' },
  free: { text: 'Free here.', variant: 'success' },
  taken: { text: 'Already exists here.', variant: 'error' },
  invalid: { text: 'Not a valid name and version.', variant: 'error' },
}

interface NameCheckTextProps {
  name: string
  version: string
  /** Whether the plan is about this name and version, so that nothing is to be asked. */
  isKnown: boolean
  row: NameRemedyProps['row']
}

function NameCheckText({ name, version, isKnown, row }: NameCheckTextProps) {
  const { connection } = useWizard()
  const asked = useNameCheck(connection, isKnown ? null : { name, version })
  const isTaken = row.problems.some(({ code }) => code === 'ClusterProfileAlreadyExists')
  const known = isTaken ? 'taken' : row.isBlocking ? 'invalid' : 'free'
  const { text, variant } = CHECK_WORDS[isKnown ? known : asked]
  return (
    <FormHelperText>
      <HelperText id="import-name-check" aria-live="polite">
        <HelperTextItem variant={variant}>{text}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  )
}
