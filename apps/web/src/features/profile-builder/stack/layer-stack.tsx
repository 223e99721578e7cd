import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { usePackUpdates } from '../../../shared/profiles/use-pack-updates.ts'
import { Stack } from '../../../shared/ui/stack/stack.tsx'
import type { Adding } from '../add-layer/add-layer-panel.tsx'
import { changesOf } from '../state/changes.ts'
import { useBuilder, useBuilderStore } from '../state/builder-store.ts'
import type { ProfileShape } from '../state/profile-shape.ts'
import { layerIn, moveLayer, stackOf } from '../state/stack-texts.ts'
import { LayerEditor } from '../layer/layer-editor.tsx'
import { errorsOf, type PlacedProblem, warningsOf } from '../texts/problems/placed-problem.ts'
import { StackTools } from './stack-tools.tsx'

const AddLayerPanel = lazy(() =>
  import('../add-layer/add-layer-panel.tsx').then(({ AddLayerPanel: panel }) => ({ default: panel })),
)

interface LayerStackProps {
  shape: ProfileShape
  problems: readonly PlacedProblem[]
}

/** The stack with its unsaved changes, and the texts of the selected layer. */
export function LayerStack({ shape, problems }: LayerStackProps) {
  const store = useBuilderStore()
  const texts = useBuilder((state) => state.texts)
  const generation = useBuilder((state) => state.generation)
  const marks = useMarks(problems)
  const [adding, setAdding] = useState<Adding | null>(null)
  const picture = useRef<HTMLDivElement>(null)
  const layers = stackOf(texts)
  const handleMove = (name: string, to: string) =>
    store.getState().dispatch({ type: 'arrange', texts: moveLayer(store.getState().texts, name, to) })
  const handleAdded = () => {
    setAdding(null)
    // The button that opened the panel may have been removed.
    picture.current?.focus()
  }
  const changing = {
    tools: <StackTools shape={shape} layers={layers} onAdd={setAdding} onMove={handleMove} />,
    picture,
    onMove: handleMove,
  }
  return (
    <>
      <Stack layers={layers} marks={marks} changing={changing}>
        {(layer) => <LayerEditor key={`${layer.name} ${generation}`} layer={layer} problems={problems} />}
      </Stack>
      {adding && (
        <Suspense fallback={null}>
          <AddLayerPanel shape={shape} adding={adding} onAdded={handleAdded} onClose={() => setAdding(null)} />
        </Suspense>
      )}
    </>
  )
}

/** The mark of each layer: its changes, its worst problem, and whether its registry has a newer version. */
function useMarks(problems: readonly PlacedProblem[]): ReadonlyMap<string, string> {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  const updates = usePackUpdates(useBuilder((state) => state.profileUid))
  const broken = layersOf(errorsOf(problems))
  const warned = layersOf(warningsOf(problems))
  const kinds = useMemo(() => {
    // The first change of a layer is the most telling.
    const changes = changesOf({ base, texts }).toReversed()
    return new Map(changes.map(({ layer, kind }) => [layer, kind]))
  }, [base, texts])
  return new Map(
    stackOf(texts).map(({ name, version }) => {
      const kind = kinds.get(name)
      const isUpdated = layerIn(base, name)?.version !== version
      const words = [
        kind && (kind === 'added' ? 'new' : 'changed'),
        broken.has(name) ? 'problem' : warned.has(name) && 'warning',
        updates.has(name) && !isUpdated && 'update available',
      ]
      return [name, words.filter(Boolean).join(', ')]
    }),
  )
}

const layersOf = (problems: readonly PlacedProblem[]) => new Set(problems.map(({ place }) => place.layer))
