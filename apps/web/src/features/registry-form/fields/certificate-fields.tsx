import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import type { RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { PemField } from './pem-field.tsx'
import { SecretField } from './secret-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

/** For registries whose certificate no public authority signed, or that ask for ours. */
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
          <PemField
            form={form}
            field="ca"
            label="Certificate authority"
            hint="PEM text of the authority that signed the registry’s certificate. It is trusted beside the public ones."
          />
          <PemField
            form={form}
            field="certificate"
            label="Client certificate"
            hint="PEM text, for registries that ask who we are (mutual TLS). Empty where they do not."
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
              title="Anybody on the way can read the credentials and answer in place of the registry. Enter its authority instead wherever you can."
            />
          ) : null}
        </>
      ) : null}
    </>
  )
}
