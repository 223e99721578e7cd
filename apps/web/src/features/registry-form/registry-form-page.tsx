import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { Switch } from '@patternfly/react-core/dist/dynamic/components/Switch'
import { type SyntheticEvent, useState } from 'react'
import { paths } from '../../shared/navigation/paths.ts'
import type { RegistryDraft } from '../../shared/registries/draft/registry-draft.ts'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { Crumbs } from '../../shared/ui/page/crumbs.tsx'
import { FailureAlert } from '../../shared/ui/messages/failure-alert.tsx'
import { SaveBar } from '../../shared/ui/page/end-bar.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { AccessFields } from './fields/access-fields.tsx'
import { AddressFields } from './fields/address-fields.tsx'
import { CertificateFields } from './fields/certificate-fields.tsx'
import { ConnectionCheck } from './connection-check.tsx'
import { KindField } from './fields/kind-field.tsx'
import { KIND_WORDS } from './fields/kind-words.ts'
import { RegistryTextField } from './fields/registry-text-field.tsx'
import { useRegistryDraft } from './draft/use-registry-draft.ts'
import { useSave } from './draft/use-save.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './registry-form.css'

interface RegistryFormPageProps {
  /** The stored registry, or an empty draft to add one. */
  stored: RegistryDraft
  /** Empty to add one. */
  uid: string
}

/** Adds or edits a registry. */
export function RegistryFormPage({ stored, uid }: RegistryFormPageProps) {
  const form = useRegistryDraft(stored)
  const [isSynced, setIsSynced] = useState(true)
  const { save, isBusy, blocker } = useSave(form, uid)
  const { draft } = form
  const isNew = uid === ''
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void save({ isSynced: isSynced && draft.isSyncSupported })
  }
  return (
    <PageSection>
      <Crumbs list="Registries" listPath={paths.registries} here={isNew ? 'Add registry' : stored.name} />
      <PageHead heading={isNew ? 'Add registry' : `Edit ${stored.name}`} help="registries" />
      <div className="wb-registry-form">
        <Form onSubmit={handleSubmit} noValidate>
          <FailureAlert failure={form.failure} />
          {isNew ? (
            <KindField kind={draft.kind} onChange={(kind) => form.change({ kind })} />
          ) : (
            <FormGroup label="Kind" role="group">
              {KIND_WORDS[draft.kind].label}
            </FormGroup>
          )}
          <RegistryTextField
            form={form}
            field="name"
            label="Name"
            hint="Exported files name their registries. With the same name here, imports find the packs by themselves."
            isRequired
          />
          <AddressFields form={form} />
          <AccessFields form={form} stored={stored} />
          <CertificateFields form={form} stored={stored} />
          <ConnectionCheck form={form} uid={uid} />
          {isNew && draft.isSyncSupported ? (
            <Switch
              id="registry-sync"
              label="Sync after saving"
              isChecked={isSynced}
              onChange={(_event, isOn) => setIsSynced(isOn)}
            />
          ) : null}
          <SaveBar isBusy={isBusy} back={paths.registries} />
        </Form>
      </div>
      <LeaveDialog blocker={blocker} />
    </PageSection>
  )
}
