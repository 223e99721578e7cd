import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { StackPicture } from '../../../shared/ui/stack/stack-picture.tsx'
import { changedKeys } from '../state/builder-reducer.ts'
import { type EditedLayer, placesOfLayer } from '../state/builder-texts.ts'
import { useBuilder } from '../state/builder-store.ts'
import { LayerEditor } from './layer-editor.tsx'
import { errorsOf, type PlacedProblem } from './use-text-problems.ts'

interface LayerStackProps {
  layers: readonly EditedLayer[]
  problems: readonly PlacedProblem[]
}

/** The address remembers which layer is selected, as on the profile's page. */
export function LayerStack({ layers, problems }: LayerStackProps) {
  const [params, setParams] = useSearchParams()
  const marks = useMarks(layers, problems)
  const generation = useBuilder((state) => state.generation)
  const selected = layers.find(({ name }) => name === params.get('layer')) ?? layers.at(-1)
  if (selected === undefined) {
    return (
      <EmptyState titleText="No layers" headingLevel="h2">
        <EmptyStateBody>This profile has no packs yet.</EmptyStateBody>
      </EmptyState>
    )
  }
  const select = (layer: string) => setParams({ layer }, { replace: true, state: stayOnPage })
  return (
    <div className="wb-layers">
      <StackPicture layers={layers} selected={selected.name} marks={marks} onSelect={select} />
      <LayerEditor key={`${selected.name} ${generation}`} layer={selected} problems={problems} />
    </div>
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
