import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import type { ProfileBody } from '@waybill/api-contract'
import { placeName } from '../../../shared/ui/values-merge/merge-words.ts'
import { momentWords } from '../../../shared/ui/words/moment-words.ts'
import { conflictKey, type MovingLayer } from './use-decisions.ts'

interface MergedAgainProps {
  profile: ProfileBody
  before: readonly MovingLayer[]
  moving: readonly MovingLayer[]
}

/** Shown after somebody else saved the profile meanwhile: says which decisions were lost in the new merge. */
export function MergedAgain({ profile: { metadata, status }, before, moving }: MergedAgainProps) {
  // The new merge is still loading.
  if (before.some(({ merge }) => moving.some((layer) => layer.merge === merge))) return null
  const who = status.lastModifiedBy || 'Somebody else'
  const lost = lostDecisions(before, moving)
  const gone = before.map(({ packName }) => packName).filter((name) => !moving.some((each) => each.packName === name))
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="info"
      title={`${who} saved this profile ${momentWords(metadata.lastModifiedTimestamp)}. Nothing is applied yet: everything was merged again with their changes.`}
    >
      {gone.length > 0 && <p>No longer to be updated: {gone.join(', ')}.</p>}
      <p>
        {lost.length === 0
          ? 'Your decisions still fit. Look them over, then apply them.'
          : `Your other decisions still fit; these do not, since their conflicts have changed: ${lost.join(', ')}.`}
      </p>
    </Alert>
  )
}

/** Decided conflicts that the new merge no longer has, or whose texts have changed. */
function lostDecisions(before: readonly MovingLayer[], now: readonly MovingLayer[]): string[] {
  return before.flatMap(({ packName, merge, decisions }) => {
    const left = new Set(now.find((layer) => layer.packName === packName)?.merge.conflicts.map(conflictKey))
    const lost = merge.conflicts.filter((conflict, index) => decisions.has(index) && !left.has(conflictKey(conflict)))
    return lost.map(({ path }) => (before.length === 1 ? placeName(path) : `${placeName(path)} of ${packName}`))
  })
}
