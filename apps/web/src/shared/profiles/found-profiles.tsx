import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { Fragment, type ReactNode } from 'react'
import type { Scope } from '../session/scope.ts'
import { failureLine } from '../ui/messages/failure-text.ts'
import { useProfileSearch } from './use-profile-search.ts'
import './profile-finder.css'

/** A version of a profile, and the scope that it was found in. */
export interface FoundProfile {
  uid: string
  name: string
  version: string
  scope: Scope
}

interface FoundProfilesProps {
  scope: Scope
  search: string
  /** What chooses a version. */
  children: (found: FoundProfile) => ReactNode
}

/** Profiles with their versions, each to be chosen. */
export function FoundProfiles({ scope, search, children }: FoundProfilesProps) {
  const found = useProfileSearch(scope, search)
  if (found.state === 'loading') return <Skeleton height="6rem" screenreaderText="Looking for profiles" />
  if (found.state === 'failed')
    return <Alert component="p" isInline variant="danger" title={failureLine(found.error)} />
  if (found.items.length === 0) return <p role="status">No profile matches.</p>
  return (
    <ul aria-label="Profiles" className="wb-found-profiles">
      {found.items.map(({ metadata: { uid: first, name }, specSummary }) => (
        <li key={first}>
          <strong>{name}</strong>
          {specSummary.versions.map(({ uid, version }) => (
            <Fragment key={uid}>{children({ uid, name, version, scope })}</Fragment>
          ))}
        </li>
      ))}
    </ul>
  )
}
