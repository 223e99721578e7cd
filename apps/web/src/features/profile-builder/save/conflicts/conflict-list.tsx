import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { counted } from '../../../../shared/ui/words/amounts.ts'
import { momentWords } from '../../../../shared/ui/words/moment-words.ts'
import { YamlDiff } from '../../../../shared/ui/yaml/yaml-diff.tsx'
import { type Change, conflictOf } from '../../state/changes.ts'
import type { OpenedProfile } from '../../state/builder-texts.ts'
import { useBuilder } from '../../state/builder-store.ts'
import { isPlaced } from '../../state/merging/merge-text.ts'
import { conflictId, MEANWHILE_ID } from './conflict-id.ts'
import { PlacedConflicts } from './placed-conflicts.tsx'

const MERGED = 'That is in here now. Your changes are on top of it.'
const UNDECIDED = 'Decide about what you both changed; the rest is merged.'

/** What somebody else saved meanwhile, and the conflicts to decide one by one; everything else is merged already. */
export function ConflictList({ opened }: { opened: OpenedProfile | null }) {
  const { base, texts, conflicts, conflictBases, theirs, dispatch } = useBuilder((state) => state)
  if (theirs === null && conflicts.length === 0) return null
  return (
    <>
      <section id={MEANWHILE_ID} tabIndex={-1} aria-label="Saved meanwhile">
        <Alert component="p" isInline isLiveRegion variant="info" title={titleOf(theirs, opened)}>
          {theirs !== null && <p>{theirs.map(({ label }) => label).join(', ')}.</p>}
          <p>{conflicts.length === 0 ? MERGED : UNDECIDED}</p>
        </Alert>
      </section>
      {conflicts.map((key) => {
        const { name, theirs, mine } = conflictOf(key, { base, texts })
        const before = conflictBases[key]
        if (before !== undefined && isPlaced({ base: before, mine, theirs })) {
          return <PlacedConflicts key={`${key} ${mine}`} conflictKey={key} name={name} before={before} />
        }
        return (
          <section key={key} className="wb-builder-change" aria-label={`Both changed: ${name}`}>
            <h2 id={conflictId(key)} tabIndex={-1}>
              {name}
            </h2>
            <YamlDiff
              before={theirs}
              after={mine}
              beforeLabel={`Theirs: ${name}`}
              afterLabel={`Mine: ${name}`}
              maxHeight="20rem"
            />
            <p className="wb-builder-sides">
              <Button variant="secondary" onClick={() => dispatch({ type: 'decide', key, side: 'mine' })}>
                Mine
              </Button>
              <Button variant="secondary" onClick={() => dispatch({ type: 'decide', key, side: 'theirs' })}>
                Theirs
              </Button>
            </p>
          </section>
        )
      })}
    </>
  )
}

/** `Kim saved 2 changes at 14:02.` */
function titleOf(theirs: readonly Change[] | null, opened: OpenedProfile | null): string {
  const { metadata, status } = opened?.profile ?? {}
  const who = status?.lastModifiedBy || 'Somebody else'
  const at = metadata === undefined ? 'meanwhile' : momentWords(metadata.lastModifiedTimestamp)
  return theirs === null ? `${who} saved ${at}.` : `${who} saved ${counted(theirs.length, 'change')} ${at}.`
}
