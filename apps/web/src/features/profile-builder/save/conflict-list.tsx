import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import type { TextPlace } from '../state/builder-texts.ts'
import { useBuilder } from '../state/builder-store.ts'

interface ConflictListProps {
  places: readonly TextPlace[]
  isMerged: boolean
}

/** Texts that both sides changed, to be decided one by one; the others were taken already. */
export function ConflictList({ places, isMerged }: ConflictListProps) {
  const { base, texts, conflicts, dispatch } = useBuilder((state) => state)
  if (!isMerged) return null
  const decided = 'What somebody else saved meanwhile is in here now. Your changes stand on top of it.'
  const open = 'Somebody else saved meanwhile. Decide about what you both changed; the rest is merged.'
  return (
    <>
      <Alert component="p" isInline variant="info" title={conflicts.length === 0 ? decided : open} />
      {places
        .filter(({ key }) => conflicts.includes(key))
        .map(({ key, label, layer }) => {
          const name = layer === undefined ? label : label.includes(layer) ? label : `${label} of ${layer}`
          return (
            <section key={key} className="wb-builder-change" aria-label={`Both changed: ${name}`}>
              <h2>{name}</h2>
              <YamlDiff
                before={base[key] ?? ''}
                after={texts[key] ?? ''}
                beforeLabel={`Theirs: ${label}`}
                afterLabel={`Mine: ${label}`}
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
