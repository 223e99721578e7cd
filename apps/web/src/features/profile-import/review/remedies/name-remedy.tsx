import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup, FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { ImportPlanBody } from '@waybill/api-contract'
import { useWizard } from '../../wizard/wizard-context.ts'
import { nameAs } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { type NameCheck, useNameCheck } from './use-name-check.ts'
import { messagesOf, type ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

interface NameRemedyProps {
  row: Extract<ValidateRow, { kind: 'name' }>
  plan: ImportPlanBody
  /** As in the file. */
  file: { name: string; version: string }
}

export function NameRemedy({ row, plan, file }: NameRemedyProps) {
  const decide = useImport((state) => state.decide)
  const name = useImport(({ stage }) => stage.review.decisions.name) ?? file.name
  const version = useImport(({ stage }) => stage.review.decisions.version) ?? file.version
  const setRowOpen = useImport((state) => state.setRowOpen)

  const take = (chosen: { name: string; version: string }) =>
    decide(nameAs(chosen.name === file.name && chosen.version === file.version ? null : chosen))
  const handleNext = () => {
    take({ name, version: plan.nextVersion })
    setRowOpen(row.id, false)
  }
  const free = `is free in ${plan.target.name}.`
  const isKnown = name === plan.name && version === plan.version
  const isNextOffered = plan.nextVersion !== '' && plan.nextVersion !== version
  return (
    <RemedyRow
      row={row}
      place={`${plan.name} ${plan.version}`}
      sentence={messagesOf(row.problems) || free}
      settled={free}
    >
      <Form className="wb-fields" onSubmit={(event) => event.preventDefault()}>
        <FormGroup label="Name" fieldId="import-name">
          <TextInput
            id="import-name"
            value={name}
            aria-describedby="import-name-problem"
            onChange={(_event, value) => take({ name: value, version })}
          />
          {isKnown ? <NameProblem id="import-name-problem" row={row} /> : null}
        </FormGroup>
        <FormGroup label="Version" fieldId="import-version">
          <TextInput
            id="import-version"
            value={version}
            aria-describedby="import-name-check"
            onChange={(_event, value) => take({ name, version: value })}
          />
          <VersionHint name={name} version={version} isKnown={isKnown} row={row} />
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

interface Checked {
  text: string
  variant: 'default' | 'success' | 'error'
}

const CHECK_WORDS: Record<NameCheck, Checked> = {
  unknown: { text: 'The server did not answer.', variant: 'default' },
  checking: { text: 'Checking…', variant: 'default' },
  free: { text: 'Free here.', variant: 'success' },
  taken: { text: 'Already exists here.', variant: 'error' },
  // The next plan says which of the two is wrong, and why.
  invalid: { text: 'Checking…', variant: 'default' },
}

type NameRow = NameRemedyProps['row']

const NAME_PATH = 'metadata.name'

/** Problems of the name, below its field. */
function NameProblem({ id, row }: { id: string; row: NameRow }) {
  return <FieldHint id={id} hint={problemOf(row.problems.filter(({ path }) => path === NAME_PATH))} />
}

interface VersionHintProps {
  name: string
  version: string
  /** Whether the plan is for this name and version, so that no extra check is needed. */
  isKnown: boolean
  row: NameRow
}

/** Problems of the version, or whether name and version are free, checked while typing. */
function VersionHint({ name, version, isKnown, row }: VersionHintProps) {
  const { connection } = useWizard()
  const asked = useNameCheck(connection, isKnown ? null : { name, version })
  return <FieldHint id="import-name-check" hint={isKnown ? knownHint(row) : CHECK_WORDS[asked]} />
}

function knownHint({ problems, isBlocking }: NameRow): Checked | null {
  if (problems.some(({ code }) => code === 'ClusterProfileAlreadyExists')) return CHECK_WORDS.taken
  if (!isBlocking) return CHECK_WORDS.free
  return problemOf(problems.filter(({ path }) => path !== NAME_PATH))
}

const problemOf = (problems: NameRow['problems']): Checked | null =>
  problems.length === 0 ? null : { text: messagesOf(problems), variant: 'error' }

function FieldHint({ id, hint }: { id: string; hint: Checked | null }) {
  return (
    <FormHelperText>
      <HelperText id={id} aria-live="polite">
        {hint && <HelperTextItem variant={hint.variant}>{hint.text}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  )
}
