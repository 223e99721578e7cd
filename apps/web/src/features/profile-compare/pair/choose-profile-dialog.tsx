import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { useState } from 'react'
import { can, scopeName, scopesOf } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useRenewal } from '../../../shared/session/session-renewal.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { BringFile } from './bring-file.tsx'
import { FoundProfiles } from './found-profiles.tsx'

interface ChooseProfileDialogProps {
  title: string
  /** What is looked for at first. */
  search: string
  /** The address of the comparison with a profile. */
  addressOf: (chosen: { uid: string; project: string }) => string
  /** The address of the comparison with a file; absent where none can stand. */
  fileAddress: string | undefined
  onClose: () => void
}

/** Finds a profile in any scope that the user may enter. */
export function ChooseProfileDialog({ title, addressOf, fileAddress, onClose, ...start }: ChooseProfileDialogProps) {
  const here = useScope()
  const session = useRenewal((state) => state.session)
  const scopes = session === null ? [here] : scopesOf(session).filter((each) => can(each, 'clusterProfile.list'))
  const [scope, setScope] = useState(here)
  const [search, setSearch] = useState(start.search)
  return (
    <Dialog title={title} variant="medium" onClose={onClose}>
      <div className="wb-choose-profile pf-v6-c-form">
        <FormGroup label="Scope" fieldId="compare-scope">
          <FormSelect
            id="compare-scope"
            value={scope.uid}
            onChange={(_event, uid) => setScope(scopes.find((each) => each.uid === uid) ?? here)}
          >
            {scopes.map((each) => (
              <FormSelectOption key={each.uid} value={each.uid} label={scopeName(each)} />
            ))}
          </FormSelect>
        </FormGroup>
        <ListSearch fields="name, description or tag" search={search} onSearch={setSearch} />
        <FoundProfiles scope={scope} search={search} addressOf={addressOf} onChosen={onClose} />
        {fileAddress === undefined ? null : <BringFile address={fileAddress} onBrought={onClose} />}
      </div>
    </Dialog>
  )
}
