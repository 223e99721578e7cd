import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useSearchParams } from 'react-router'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import type { Adding } from '../add-layer/add-layer-panel.tsx'
import { useBuilder } from '../state/builder-store.ts'
import { missingLayers, type ProfileShape } from '../state/profile-shape.ts'
import { type DraftLayer, neighbourOf, removeLayer } from '../state/stack-texts.ts'

interface StackToolsProps {
  shape: ProfileShape
  layers: readonly DraftLayer[]
  onAdd: (adding: Adding) => void
  onMove: (name: string, to: string) => void
}

/** The actions on the stack and on its selected layer. */
export function StackTools({ shape, layers, onAdd, onMove }: StackToolsProps) {
  const [params] = useSearchParams()
  const texts = useBuilder((state) => state.texts)
  const dispatch = useBuilder((state) => state.dispatch)
  const selected = layers.find(({ name }) => name === params.get('layer')) ?? layers.at(-1)
  const above = selected?.layer === 'addon' ? { above: selected.name } : {}
  const move = (step: 1 | -1) => {
    const to = selected && neighbourOf(texts, selected.name, step)
    if (selected !== undefined && to !== undefined) onMove(selected.name, to)
  }
  const whyStay = (step: 1 | -1) => {
    if (selected?.layer !== 'addon') return 'Only add-ons have an order.'
    return neighbourOf(texts, selected.name, step) === undefined ? 'There is no add-on there.' : undefined
  }
  return (
    <div className="wb-stack-tools" role="group" aria-label="Change the stack">
      <Button variant="secondary" size="sm" className="wb-stack-add" onClick={() => onAdd({ kind: null, ...above })}>
        Add layer
      </Button>
      {missingLayers(shape, layers).map((kind) => (
        <Button key={kind} variant="secondary" size="sm" className="wb-stack-add" onClick={() => onAdd({ kind })}>
          {`Add ${layerName(kind)}`}
        </Button>
      ))}
      <ActionButton variant="link" label="Move up" reason={whyStay(1)} onClick={() => move(1)} />
      <ActionButton variant="link" label="Move down" reason={whyStay(-1)} onClick={() => move(-1)} />
      <ActionButton
        variant="link"
        label="Remove"
        fullLabel={selected === undefined ? 'Remove' : `Remove ${selected.name}`}
        reason={selected === undefined ? 'There is no layer.' : undefined}
        onClick={() => selected && dispatch({ type: 'arrange', texts: removeLayer(texts, selected.name) })}
      />
    </div>
  )
}
