import { useCallback, useMemo, useState } from 'react'
import { PlaceBar, type PlaceAction } from '../../../../shared/secrets/place-bar.tsx'
import { PlaceMenu } from '../../../../shared/secrets/place-menu.tsx'
import type { PlacePick } from '../../../../shared/ui/yaml/codemirror/marks/place-picks.ts'
import { YamlView } from '../../../../shared/ui/yaml/yaml-view.tsx'
import { useChosenScalar } from './use-chosen-scalar.ts'
import { useMarking } from './use-marking.ts'
import { useReferences } from './use-references.ts'

interface MarkableTextProps {
  text: string
  label: string
  layerName: string
  /** The manifest that the text belongs to; absent for the layer's values. */
  manifest?: string
}

/** A text of a layer in which a value can be marked as secret, and a masked one as not secret. */
export function MarkableText({ text, label, layerName, manifest }: MarkableTextProps) {
  const resolveReference = useReferences()
  const { mark, refusal } = useMarking()
  const { scalar, pick } = useChosenScalar(text)
  const [menuAt, setMenuAt] = useState<PlacePick['menuAt']>()
  const closeMenu = useCallback(() => setMenuAt(undefined), [])
  const actions = useMemo<readonly PlaceAction[]>(() => {
    if (scalar === null) return []
    const { path, isMasked } = scalar
    const place = { layerName, path, ...(manifest === undefined ? {} : { manifest }) }
    const run = () => void mark(place, isMasked ? 'harmless' : 'secret')
    return [{ label: isMasked ? 'Not a secret' : 'Mark as secret', reason: refusal, run }]
  }, [scalar, layerName, manifest, mark, refusal])
  const handlePick = (place: PlacePick) => {
    pick(place)
    setMenuAt(place.menuAt)
  }
  return (
    <div>
      <YamlView text={text} label={label} resolveReference={resolveReference} onPick={handlePick} />
      <PlaceBar
        name={scalar?.path ?? null}
        hint={
          refusal === undefined ? 'Select a value to mark it as secret, or a masked one to mark it as not secret.' : ''
        }
        actions={actions}
      />
      {menuAt !== undefined && scalar !== null ? <PlaceMenu at={menuAt} actions={actions} onClose={closeMenu} /> : null}
    </div>
  )
}
