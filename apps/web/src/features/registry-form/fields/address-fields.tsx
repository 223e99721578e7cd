import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { KIND_WORDS, layoutHint } from './kind-words.ts'
import { RegistryTextField } from './registry-text-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

/** The address of the registry, and which part of it is read. */
export function AddressFields({ form }: { form: DraftForm }) {
  const { draft, change } = form
  const words = KIND_WORDS[draft.kind]
  const isOci = draft.kind === 'oci' || draft.kind === 'ecr'
  return (
    <>
      <RegistryTextField
        form={form}
        field="endpoint"
        label="Address"
        hint={words.address}
        placeholder={words.example}
        isRequired
      />
      {isOci ? <OciFields form={form} /> : null}
      {draft.kind === 'oci' ? null : (
        <Switch
          id="registry-private"
          label="Private: not everyone may read what it holds"
          isChecked={draft.isPrivate}
          onChange={(_event, isPrivate) => change({ isPrivate })}
        />
      )}
    </>
  )
}

function OciFields({ form }: { form: DraftForm }) {
  const { draft, change } = form
  return (
    <>
      <FormGroup label="Content" role="radiogroup" isInline>
        <Radio
          id="registry-holds-packs"
          name="registry-holds"
          label="Packs"
          isChecked={draft.providerType === 'pack'}
          onChange={() => change({ providerType: 'pack' })}
        />
        <Radio
          id="registry-holds-charts"
          name="registry-holds"
          label="Helm charts"
          isChecked={draft.providerType === 'helm'}
          onChange={() => change({ providerType: 'helm' })}
        />
      </FormGroup>
      {draft.kind === 'oci' ? (
        <RegistryTextField
          form={form}
          field="basePath"
          label="Base path"
          hint="The path between the address and everything else. Leave it empty if there is none."
        />
      ) : null}
      <RegistryTextField
        form={form}
        field="baseContentPath"
        label="Base content path"
        hint="The folder that holds the content. Leave it empty if there is none."
      />
      <FieldText id="registry-layout" hint={layoutHint(draft)} />
      <Switch
        id="registry-kept-in-sync"
        label="Read it into the catalogue every 24 hours"
        isChecked={draft.isSyncSupported}
        onChange={(_event, isSyncSupported) => change({ isSyncSupported })}
      />
    </>
  )
}
