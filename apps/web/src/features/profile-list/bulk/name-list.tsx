import type { ReactNode } from 'react'
import type { ListedProfile } from './selection.ts'
import './bulk.css'

interface NameListProps {
  profiles: readonly ListedProfile[]
  /** Listed below the others. */
  leftOut: readonly ListedProfile[]
  /** A note below a profile's name. */
  noteOf?: (profile: ListedProfile) => ReactNode
}

/** The profiles that an action applies to. */
export function NameList({ profiles, leftOut, noteOf }: NameListProps) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <ul className="wb-bulk-names" aria-label="Profiles" tabIndex={0}>
        {profiles.map((profile) => (
          <li key={profile.uid}>
            <strong>{profile.title}</strong> {noteOf?.(profile)}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <p>
            {leftOut.length === 1 ? 'This one belongs' : 'These belong'} to the {leftOut[0]?.owner} and{' '}
            {leftOut.length === 1 ? 'stays as it is' : 'stay as they are'}:
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
          <ul className="wb-bulk-names" aria-label="Left out" tabIndex={0}>
            {leftOut.map(({ uid, title }) => (
              <li key={uid}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
