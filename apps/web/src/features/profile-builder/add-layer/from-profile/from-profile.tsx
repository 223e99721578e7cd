import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import type { FoundProfile } from '../../../../shared/profiles/found-profiles.tsx'
import { ProfileFinder } from '../../../../shared/profiles/profile-finder.tsx'
import type { ProfileShape } from '../../state/profile-shape.ts'
import { LayerChoice } from './layer-choice.tsx'

interface FromProfileProps {
  shape: ProfileShape
  /** The add-on above which copies are placed. */
  above: string | undefined
  onAdded: () => void
}

/** Copies layers of another profile: first choose the profile, then its layers. */
export function FromProfile(props: FromProfileProps) {
  const [chosen, setChosen] = useState<FoundProfile | null>(null)
  if (chosen) return <LayerChoice {...props} profile={chosen} onBack={() => setChosen(null)} />
  return (
    <ProfileFinder>
      {(found) => (
        <Button variant="link" isInline aria-label={`${found.name} ${found.version}`} onClick={() => setChosen(found)}>
          {found.version}
        </Button>
      )}
    </ProfileFinder>
  )
}
