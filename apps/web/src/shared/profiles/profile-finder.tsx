import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { type ReactNode, useId, useState } from 'react'
import { can, scopeName, scopesOf } from '../session/scope.ts'
import { useScope } from '../session/scope-context.ts'
import { usePageSession } from '../session/page-session.ts'
import { ListSearch } from '../ui/list/list-search.tsx'
import { type FoundProfile, FoundProfiles } from './found-profiles.tsx'

interface ProfileFinderProps {
  /** The initial search text. */
  search?: string
  /** Renders the link or button that selects a version. */
  children: (found: FoundProfile) => ReactNode
}

/** Searches profiles in all scopes that the user has access to. */
export function ProfileFinder({ search: first = '', children }: ProfileFinderProps) {
  const id = useId()
  const here = useScope()
  const session = usePageSession((state) => state.session)
  const scopes = session === null ? [here] : scopesOf(session).filter((each) => can(each, 'clusterProfile.list'))
  const [scope, setScope] = useState(here)
  const [search, setSearch] = useState(first)
  return (
    <div className="wb-flow pf-v6-c-form">
      <FormGroup label="Scope" fieldId={id}>
        <FormSelect
          id={id}
          value={scope.uid}
          onChange={(_event, uid) => setScope(scopes.find((each) => each.uid === uid) ?? here)}
        >
          {scopes.map((each) => (
            <FormSelectOption key={each.uid} value={each.uid} label={scopeName(each)} />
          ))}
        </FormSelect>
      </FormGroup>
      <ListSearch fields="name, description or tag" search={search} onSearch={setSearch} />
      <FoundProfiles scope={scope} search={search}>
        {children}
      </FoundProfiles>
    </div>
  )
}
