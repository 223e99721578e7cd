import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import { conflictOf } from '../state/changes.ts'
import { useBuilder } from '../state/builder-store.ts'

/** What both sides changed, to be decided one by one; the rest was taken already. */
export function ConflictList({ isMerged }: { isMerged: boolean }) {
  const { base, texts, conflicts, dispatch } = useBuilder((state) => state)
  if (!isMerged) return null
  const decided = 'What somebody else saved meanwhile is in here now. Your changes stand on top of it.'
  const open = 'Somebody else saved meanwhile. Decide about what you both changed; the rest is merged.'
  return (
    <>
      <Alert component="p" isInline variant="info" title={conflicts.length === 0 ? decided : open} />
      {conflicts.map((key) => {
        const { name, theirs, mine } = conflictOf(key, { base, texts })
        return (
          <section key={key} className="wb-builder-change" aria-label={`Both changed: ${name}`}>
            <h2>{name}</h2>
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
