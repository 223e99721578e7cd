import { Form, FormFieldGroup, FormFieldGroupHeader } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { SsoBody } from '@waybill/api-contract'
import type { SyntheticEvent } from 'react'
import { useUnsavedGuard } from '../../shared/navigation/use-unsaved-guard.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { SaveActions } from '../../shared/ui/forms/save-actions.tsx'
import { ShownOnce } from '../../shared/ui/forms/shown-once.tsx'
import { FailureAlert } from '../../shared/ui/messages/failure-alert.tsx'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { SsoField } from './sso-field.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { type SsoForm, useSsoForm } from './use-sso-form.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './single-sign-on.css'

/** How users of the tenant sign in at its own identity provider. */
export function SsoPage({ stored }: { stored: SsoBody }) {
  const form = useSsoForm(stored)
  const blocker = useUnsavedGuard(form.isChanged)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (whyNotSave(form) === undefined) void form.save()
  }
  return (
    <PageSection>
      <div className="wb-sso">
        <PageHeading help="single-sign-on">Single sign-on</PageHeading>
        <p>
          People sign in at your identity provider by OpenID Connect. Their accounts are made the first time, with only
          the roles of their groups. Passwords still work: keep yours for when the provider is down.
        </p>
        <Form onSubmit={handleSubmit} noValidate>
          <Switch
            id="sso-isEnabled"
            label="People of this tenant may sign in by the provider"
            isChecked={form.draft.isEnabled}
            onChange={(_event, isEnabled) => form.change({ isEnabled })}
          />
          <ShownOnce label="Redirect address" secret={stored.callbackUrl}>
            Register Waybill at the provider as a web application with this redirect address.
          </ShownOnce>
          <ProviderFields form={form} hasClientSecret={stored.hasClientSecret} />
          <ClaimFields form={form} />
          <FailureAlert failure={form.error} />
          <div role="status">
            <TestOutcome tested={form.tested} />
          </div>
          <Actions form={form} />
        </Form>
      </div>
      <LeaveDialog blocker={blocker} />
    </PageSection>
  )
}

function ProviderFields({ form, hasClientSecret }: { form: SsoForm; hasClientSecret: boolean }) {
  return (
    <>
      <SsoField
        form={form}
        name="issuer"
        label="Issuer"
        isRequired
        hint="The provider’s address before /.well-known/openid-configuration."
      />
      <SsoField form={form} name="clientId" label="Client ID" isRequired />
      <SsoField
        form={form}
        name="clientSecret"
        label="Client secret"
        isSecret
        hint={hasClientSecret ? 'One is stored. Leave this empty to keep it.' : 'Empty for a public client.'}
      />
      <SsoField
        form={form}
        name="domains"
        label="E-mail domains"
        isRequired={form.draft.isEnabled}
        hint="Only verified e-mails of these may sign in, and they find this provider on the sign-in page. Separated by spaces."
      />
    </>
  )
}

function ClaimFields({ form }: { form: SsoForm }) {
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: 'What is asked of the provider', id: 'sso-claims' }}
          titleDescription="As usual for most providers."
        />
      }
    >
      <SsoField form={form} name="scopes" label="Scopes" hint="In addition to openid; separated by spaces." />
      <SsoField
        form={form}
        name="email"
        label="Claim of the e-mail"
        isRequired
        hint="Has to hold the same e-mail as the claim email, with email_verified set to true."
      />
      <SsoField form={form} name="firstName" label="Claim of the first name" />
      <SsoField form={form} name="lastName" label="Claim of the last name" />
      <SsoField
        form={form}
        name="groups"
        label="Claim of the groups"
        hint="At each sign-in, a group puts people into the team of the same name, and takes out people who are no longer in it. Empty: groups are not looked at."
      />
      <div>
        <Switch
          id="sso-syncsTeams"
          label="Make a team of each group that has none"
          aria-describedby="sso-syncsTeams-help"
          isChecked={form.draft.syncsTeams}
          onChange={(_event, syncsTeams) => form.change({ syncsTeams })}
        />
        <FieldText
          id="sso-syncsTeams-help"
          hint="When one of its people signs in. The team has no roles until you give it some."
        />
      </div>
      <SsoField
        form={form}
        name="groupRoles"
        label="Roles of groups"
        isLong
        hint="One per line: platform-team: Tenant Viewer. Roles named here are given and taken at each sign-in; all others are yours to give."
      />
      <div>
        <Switch
          id="sso-usesUserInfo"
          label="Ask the UserInfo endpoint too"
          aria-describedby="sso-usesUserInfo-help"
          isChecked={form.draft.usesUserInfo}
          onChange={(_event, usesUserInfo) => form.change({ usesUserInfo })}
        />
        <FieldText id="sso-usesUserInfo-help" hint="For providers whose ID tokens hold no e-mail." />
      </div>
      <SsoField
        form={form}
        name="ca"
        label="Certificate authority (PEM)"
        isLong
        hint="Where no public authority signed the provider’s certificate."
      />
    </FormFieldGroup>
  )
}

function Actions({ form }: { form: SsoForm }) {
  return (
    <SaveActions form={form} reason={whyNotSave(form)} isSaving={form.busy === 'saving'}>
      <ActionButton
        variant="secondary"
        label="Test"
        fullLabel="Test the provider"
        reason={form.busy === null ? undefined : 'Wait until the provider has answered.'}
        isLoading={form.busy === 'testing'}
        onClick={() => void form.test()}
      />
    </SaveActions>
  )
}

function whyNotSave({ isChanged, busy }: SsoForm): string | undefined {
  if (busy !== null) return 'Wait until the server has answered.'
  return isChanged ? undefined : 'There is nothing to save yet.'
}
