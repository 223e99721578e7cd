import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { TenantBody } from '@waybill/api-contract'
import type { SyntheticEvent } from 'react'
import { useUnsavedGuard } from '../../shared/navigation/use-unsaved-guard.ts'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { FailureAlert } from '../../shared/ui/messages/failure-alert.tsx'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { SaveActions } from '../../shared/ui/forms/save-actions.tsx'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { ColourField } from './colour-field.tsx'
import { type TenantForm, useTenantForm } from './use-tenant-form.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './tenant-settings.css'

/** Settings of the whole tenant. */
export function TenantSettingsPage({ stored }: { stored: TenantBody }) {
  const form = useTenantForm(stored)
  const blocker = useUnsavedGuard(form.isChanged)
  const missing = roleRefusal(useScope(), 'tenant.update')
  const isAllowed = missing === undefined
  const refusal = missing ?? whyNotSave(form)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (refusal === undefined) void form.save()
  }
  return (
    <PageSection>
      <div className="wb-tenant-settings">
        <PageHeading title="General settings" help="people#the-tenant">
          General
        </PageHeading>
        <Form onSubmit={handleSubmit} noValidate>
          <FailureAlert failure={isNameTaken(form) ? null : form.error} />
          <NameField form={form} isDisabled={!isAllowed} />
          <ColourField form={form} isDisabled={!isAllowed} />
          <SettingSwitch
            form={form}
            isDisabled={!isAllowed}
            setting="keepsPublished"
            label="Published versions cannot be changed"
            hint="They cannot be deleted either; description and tags can still change. Anything else becomes a new version."
          />
          <SettingSwitch
            form={form}
            isDisabled={!isAllowed}
            setting="registriesMustMatch"
            label="Registries must match"
            hint="Whoever imports a profile chooses where a pack comes from if its registry is not here, even if only one registry here holds it. Otherwise that one is taken, with a warning."
          />
          <SaveActions form={form} reason={refusal} isSaving={form.isBusy} />
        </Form>
      </div>
      <LeaveDialog blocker={blocker} />
    </PageSection>
  )
}

function whyNotSave({ draft, isChanged, isBusy }: TenantForm): string | undefined {
  if (isBusy) return 'It is being saved.'
  if (draft.name.trim() === '') return 'The tenant needs a name.'
  return isChanged ? undefined : 'There is nothing to save yet.'
}

interface FieldProps {
  form: TenantForm
  isDisabled: boolean
}

const isNameTaken = ({ error }: TenantForm) => error?.kind === 'refusal' && error.code === 'TenantExists'

function NameField({ form, isDisabled }: FieldProps) {
  const { name } = form.draft
  const problem =
    name.trim() === '' ? 'Give the tenant a name.' : isNameTaken(form) ? 'Another tenant has this name.' : ''
  return (
    <TextField
      id="tenant-name"
      label="Name"
      value={name}
      problem={problem}
      hint="Shown in the bar above."
      maxLength={63}
      isRequired
      isDisabled={isDisabled}
      autoComplete="off"
      spellCheck={false}
      onChange={(value) => form.change({ name: value })}
    />
  )
}

interface SettingSwitchProps extends FieldProps {
  setting: 'keepsPublished' | 'registriesMustMatch'
  label: string
  hint: string
}

function SettingSwitch({ form, isDisabled, setting, label, hint }: SettingSwitchProps) {
  const id = `tenant-${setting}`
  return (
    <div>
      <Switch
        id={id}
        label={label}
        aria-describedby={`${id}-help`}
        isChecked={form.draft[setting] ?? false}
        isDisabled={isDisabled}
        onChange={(_event, isOn) => form.change({ [setting]: isOn })}
      />
      <FieldText id={`${id}-help`} hint={hint} />
    </div>
  )
}
