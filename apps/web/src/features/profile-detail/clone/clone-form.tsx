import type { ApiError } from '@waybill/api-client'
import type { ProblemBody } from '@waybill/api-contract'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { FormGroup, FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Form } from 'react-router'
import { useCloseDialog } from '../../../shared/navigation/use-close-dialog.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { can, type Scope, scopeName, scopesOf } from '../../../shared/session/scope.ts'
import { usePageSession } from '../../../shared/session/page-session.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useSubmitOnce } from '../../../shared/ui/sending/use-submit-once.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { MissingMacros } from '../missing-macros.tsx'
import { type CloneSource, useCloneTarget } from './use-clone-target.ts'

interface CloneFormProps {
  title: string
  action: string
  /** For a new version, with its own version number. */
  source: CloneSource
  /** Whether name and scope stay those of the profile. */
  isVersion: boolean
  error: ApiError | undefined
  children: ReactNode
}

/** Asks for the name, version and scope of a clone. */
export function CloneForm({ title, action, isVersion, error, children, source }: CloneFormProps) {
  const close = useCloseDialog()
  const { isBusy, submit } = useSubmitOnce()
  const targets = useTargets()
  const scope = useScope()
  const [targetUid, setTargetUid] = useState(scope.uid)
  const target = targets.find(({ uid }) => uid === targetUid)
  const proposed = useCloneTarget(isVersion ? undefined : target, source)
  const [typed, setTyped] = useState<string | null>(null)
  const isLooking = !isVersion && typed === null && proposed === null
  const name = typed ?? proposed?.name ?? (isVersion ? source.name : '')
  const nameField = useSelectedWhenFilled(typed === null ? proposed?.name : undefined)
  const [version, setVersion] = useState(source.version)
  const isReady = name.trim() !== '' && version.trim() !== ''
  const making = (
    <Button
      type="submit"
      form="clone-form"
      isDisabled={!(isReady || isLooking)}
      isAriaDisabled={isBusy || isLooking}
      isLoading={isBusy}
      {...(isLooking && { 'aria-describedby': LOOKING_ID })}
    >
      {action}
    </Button>
  )
  return (
    <Dialog
      title={title}
      isBusy={isBusy}
      refusal={refusalLine(error, isVersion ? ['spec.version'] : ['metadata.name', 'spec.version'])}
      actions={making}
      onClose={close}
    >
      <Form
        id="clone-form"
        method="post"
        className="pf-v6-c-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit(event.currentTarget)
        }}
      >
        {children}
        {isVersion ? (
          <input type="hidden" name="name" value={name} />
        ) : (
          <FormGroup label="Name" fieldId="clone-name" isRequired>
            <TextInput
              id="clone-name"
              ref={nameField}
              name="name"
              value={name}
              placeholder={isLooking ? LOOKING : ''}
              isRequired
              autoFocus
              {...invalid(error, 'metadata.name')}
              onChange={(_event, text) => setTyped(text)}
            />
            <span id={LOOKING_ID} hidden>
              {LOOKING}
            </span>
            <Faults error={error} field="metadata.name" />
          </FormGroup>
        )}
        <FormGroup label="Version" fieldId="clone-version" isRequired>
          <TextInput
            id="clone-version"
            name="version"
            value={version}
            isRequired
            autoFocus={isVersion}
            {...invalid(error, 'spec.version')}
            onChange={(_event, text) => setVersion(text)}
          />
          <Faults error={error} field="spec.version" />
        </FormGroup>
        <input type="hidden" name="project" value={(target ?? scope).kind === 'project' ? targetUid : ''} />
        {isVersion ? null : <TargetField targets={targets} chosen={targetUid} onChoose={setTargetUid} />}
        {target && <MissingMacros names={proposed?.missing ?? []} scope={target} where={`in ${scopeName(target)}`} />}
      </Form>
    </Dialog>
  )
}

/** Selects the proposed name when it is filled in, so that further typing replaces it. */
function useSelectedWhenFilled(proposal: string | undefined) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (proposal !== undefined && field.current === document.activeElement) field.current?.select()
  }, [proposal])
  return field
}

const LOOKING = 'Looking for a name that is free.'
const LOOKING_ID = 'clone-looking'

type Field = 'metadata.name' | 'spec.version'

function faultsAt(error: ApiError | undefined, fields: readonly string[]): readonly ProblemBody[] {
  if (error?.kind !== 'refusal') return []
  return error.details.filter(({ path, severity }) => severity === 'error' && fields.includes(path))
}

/** A refusal that concerns no field of the form is shown for the form as a whole. */
function refusalLine(error: ApiError | undefined, fields: readonly Field[]): string | null {
  if (error === undefined) return null
  const errors = error.kind === 'refusal' ? error.details.filter(({ severity }) => severity === 'error') : []
  const isOfFields = errors.length > 0 && errors.length === faultsAt(error, fields).length
  return isOfFields ? null : failureLine(error)
}

const invalid = (error: ApiError | undefined, field: Field) =>
  faultsAt(error, [field]).length > 0
    ? ({ validated: 'error', 'aria-describedby': `clone-${field}-faults` } as const)
    : {}

function Faults({ error, field }: { error: ApiError | undefined; field: Field }) {
  const faults = faultsAt(error, [field])
  if (faults.length === 0) return null
  return (
    <FormHelperText>
      <HelperText id={`clone-${field}-faults`} role="alert">
        {faults.map(({ code, message }) => (
          <HelperTextItem key={code} variant="error">
            {message}
          </HelperTextItem>
        ))}
      </HelperText>
    </FormHelperText>
  )
}

/** The scopes in which the user may create profiles. */
function useTargets(): readonly Scope[] {
  const session = usePageSession((state) => state.session)
  return useMemo(
    () => (session === null ? [] : scopesOf(session).filter((each) => can(each, 'clusterProfile.create'))),
    [session],
  )
}

interface TargetFieldProps {
  targets: readonly Scope[]
  chosen: string
  onChoose: (uid: string) => void
}

function TargetField({ targets, chosen, onChoose }: TargetFieldProps) {
  if (targets.length === 0) return null
  return (
    <FormGroup label="Scope" fieldId="clone-scope">
      <FormSelect id="clone-scope" value={chosen} onChange={(_event, uid) => onChoose(uid)}>
        {targets.map((each) => (
          <FormSelectOption key={each.uid} value={each.uid} label={scopeName(each)} />
        ))}
      </FormSelect>
    </FormGroup>
  )
}
