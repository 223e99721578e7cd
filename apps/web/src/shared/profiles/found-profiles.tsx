import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { Link } from 'react-router'
import type { Scope } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { useProfileSearch } from './use-profile-search.ts'

interface FoundProfilesProps {
  scope: Scope
  search: string
  addressOf: (chosen: { uid: string; project: string }) => string
  onChosen: () => void
}

/** Profiles with their versions, each a link to the comparison with it. */
export function FoundProfiles({ scope, search, addressOf, onChosen }: FoundProfilesProps) {
  const here = useScope()
  const found = useProfileSearch(scope, search)
  const project = scope.kind === 'project' && scope.uid !== here.uid ? scope.uid : ''
  if (found.state === 'loading') return <Skeleton height="6rem" screenreaderText="Looking for profiles" />
  if (found.state === 'failed')
    return <Alert component="p" isInline variant="danger" title={failureLine(found.error)} />
  if (found.items.length === 0) return <p role="status">No profile matches.</p>
  return (
    <ul aria-label="Profiles" className="wb-found-profiles">
      {found.items.map(({ metadata, specSummary }) => (
        <li key={metadata.uid}>
          <strong>{metadata.name}</strong>
          {specSummary.versions.map(({ uid, version }) => (
            <Link key={uid} to={addressOf({ uid, project })} onClick={onChosen}>
              <span className="pf-v6-screen-reader">{metadata.name} </span>
              {version}
            </Link>
          ))}
        </li>
      ))}
    </ul>
  )
}
