import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { AUTH_TYPES, type AuthType, type RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { RegistryTextField } from './registry-text-field.tsx'
import { SecretField } from './secret-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

const AUTH_LABELS: Record<AuthType, string> = {
  noAuth: 'None',
  basic: 'User name and password',
  token: 'Token',
}

interface AccessFieldsProps {
  form: DraftForm
  stored: RegistryDraft
}

/** How Waybill authenticates at the registry. */
export function AccessFields({ form, stored }: AccessFieldsProps) {
  return form.draft.kind === 'ecr' ? (
    <KeyFields form={form} stored={stored} />
  ) : (
    <AuthenticationFields form={form} stored={stored} />
  )
}

function AuthenticationFields({ form, stored }: AccessFieldsProps) {
  const { draft, change } = form
  return (
    <>
      <FormGroup label="Authentication" role="radiogroup" isInline>
        {AUTH_TYPES.map((type) => (
          <Radio
            key={type}
            id={`registry-auth-${type}`}
            name="registry-auth"
            label={AUTH_LABELS[type]}
            isChecked={draft.authType === type}
            onChange={() => change({ authType: type })}
          />
        ))}
      </FormGroup>
      {draft.authType === 'basic' ? (
        <>
          <RegistryTextField form={form} field="username" label="User name" isRequired />
          <SecretField form={form} stored={stored.password} field="password" label="Password" />
        </>
      ) : null}
      {draft.authType === 'token' ? (
        <SecretField form={form} stored={stored.token} field="token" label="Token" />
      ) : null}
    </>
  )
}

function KeyFields({ form, stored }: AccessFieldsProps) {
  return (
    <>
      <RegistryTextField
        form={form}
        field="accessKey"
        label="Access key"
        hint="Of an IAM user that can read the registry. Leave it empty for a public registry."
      />
      <SecretField form={form} stored={stored.secretKey} field="secretKey" label="Secret key" />
      <RegistryTextField form={form} field="region" label="Region" hint="Such as eu-west-1." />
    </>
  )
}
