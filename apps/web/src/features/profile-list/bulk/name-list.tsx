import type { ReactNode } from 'react'
import type { ListedProfile } from './selection.ts'
import './bulk.css'

interface NameListProps {
  profiles: readonly ListedProfile[]
  /** What is said of one beside its name. */
  noteOf?: (profile: ListedProfile) => ReactNode
}

/** The profiles that something is done with. */
export function NameList({ profiles, noteOf }: NameListProps) {
  return (
    <ul className="wb-bulk-names" aria-label="Profiles">
      {profiles.map((profile) => (
        <li key={profile.uid}>
          <strong>{profile.title}</strong> {noteOf?.(profile)}
        </li>
      ))}
    </ul>
  )
}
