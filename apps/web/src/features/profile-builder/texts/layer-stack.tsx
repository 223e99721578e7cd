import { useMemo } from 'react'
import { Stack } from '../../../shared/ui/stack/stack.tsx'
import { changedKeys } from '../state/builder-reducer.ts'
import { type EditedLayer, placesOfLayer } from '../state/builder-texts.ts'
import { useBuilder } from '../state/builder-store.ts'
import { LayerEditor } from './layer-editor.tsx'
import { errorsOf, type PlacedProblem } from './use-text-problems.ts'

interface LayerStackProps {
  layers: readonly EditedLayer[]
  problems: readonly PlacedProblem[]
}

/** The stack with what was changed in it, and the texts of the selected layer. */
export function LayerStack({ layers, problems }: LayerStackProps) {
  const marks = useMarks(layers, problems)
  const generation = useBuilder((state) => state.generation)
  return (
    <Stack layers={layers} marks={marks}>
      {(layer) => <LayerEditor key={`${layer.name} ${generation}`} layer={layer} problems={problems} />}
    </Stack>
  )
}

function useMarks(layers: readonly EditedLayer[], problems: readonly PlacedProblem[]): ReadonlyMap<string, string> {
  const base = useBuilder((state) => state.base)
  const texts = useBuilder((state) => state.texts)
  return useMemo(() => {
    const changed = new Set(changedKeys({ base, texts }))
    const isChanged = (layer: EditedLayer) => placesOfLayer(layer).some(({ key }) => changed.has(key))
    const hasProblem = ({ name }: EditedLayer) => errorsOf(problems).some(({ place }) => place.layer === name)
    return new Map(
      layers.filter(isChanged).map((layer) => [layer.name, hasProblem(layer) ? 'changed, with problems' : 'changed']),
    )
  }, [layers, problems, base, texts])
}
