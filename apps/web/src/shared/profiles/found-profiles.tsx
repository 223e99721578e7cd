import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { api } from '@waybill/api-client'
import { Fragment, type ReactNode } from 'react'
import { connectionOf } from '../http/connection.ts'
import { useAnswer } from '../http/use-answer.ts'
import type { Scope } from '../session/scope.ts'
import { failureLine } from '../ui/messages/failure-text.ts'
import './profile-finder.css'

/** A version of a profile, with the scope it was found in. */
export interface FoundProfile {
  uid: string
  name: string
  version: string
  scope: Scope
}

interface FoundProfilesProps {
  scope: Scope
  search: string
  /** Renders the link or button that selects a version. */
  children: (found: FoundProfile) => ReactNode
}

/** More results need a longer search text. */
const MOST = 10

/** The first profiles by name that match a text, with their versions to select from, newest first. */
export function FoundProfiles({ scope, search, children }: FoundProfilesProps) {
  const request = {
    query: { limit: MOST, offset: 0 },
    body: { filter: search === '' ? {} : { search }, sort: [{ field: 'profileName', order: 'asc' as const }] },
  }
  const found = useAnswer(
    (signal) => api.profiles.search(connectionOf(scope), { ...request, signal }),
    `${scope.uid} ${search}`,
  )
  if (found === null) return <Skeleton height="6rem" screenreaderText="Looking for profiles" />
  if (!found.ok) return <Alert component="p" isInline variant="danger" title={failureLine(found.error)} />
  if (found.value.items.length === 0) return <p role="status">No profile matches.</p>
  return (
    <ul aria-label="Profiles" className="wb-found-profiles">
      {found.value.items.map(({ metadata: { uid: first, name }, specSummary }) => (
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
