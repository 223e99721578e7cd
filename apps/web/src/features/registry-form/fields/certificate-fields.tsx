import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { RegistryTextField } from './registry-text-field.tsx'
import { SecretField } from './secret-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

/** For registries with a certificate of a private authority, or that require a client certificate. */
export function CertificateFields({ form, stored }: { form: DraftForm; stored: RegistryDraft }) {
  const { draft, change } = form
  return (
    <>
      <Switch
        id="registry-certificates"
        label="Own certificates"
        isChecked={draft.hasCertificates}
        onChange={(_event, hasCertificates) => change({ hasCertificates })}
      />
      {draft.hasCertificates ? (
        <>
          <RegistryTextField
            form={form}
            field="ca"
            label="Certificate authority"
            hint="PEM text of the authority that signed the registry’s certificate. It is trusted in addition to the public ones."
            rows={4}
            className="wb-pem"
          />
          <RegistryTextField
            form={form}
            field="certificate"
            label="Client certificate"
            hint="PEM text, for registries that require mutual TLS. Leave it empty for all others."
            rows={4}
            className="wb-pem"
          />
          <SecretField form={form} stored={stored.key} field="key" label="Key of the client certificate" />
          <Checkbox
            id="registry-skip-verification"
            label="Skip verification"
            isChecked={draft.skipsVerification}
            onChange={(_event, skipsVerification) => change({ skipsVerification })}
          />
          {draft.skipsVerification ? (
            <Alert
              isInline
              variant="warning"
              component="p"
              title="Anyone on the network path can read the credentials and impersonate the registry. Enter its certificate authority instead wherever you can."
            />
          ) : null}
        </>
      ) : null}
    </>
  )
}
