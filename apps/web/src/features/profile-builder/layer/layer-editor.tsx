import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { MASK } from '@waybill/layer-text'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import { useBuilder } from '../state/builder-store.ts'
import type { DraftLayer } from '../state/stack-texts.ts'
import { placesOfLayer } from '../state/text-places.ts'
import { ManifestTools } from './manifest-tools.tsx'
import { TextEditor } from './text-editor.tsx'
import type { PlacedProblem } from './placed-problem.ts'

interface LayerEditorProps {
  layer: DraftLayer
  problems: readonly PlacedProblem[]
}

/** Values and manifests of a layer, each to be changed. */
export function LayerEditor({ layer, problems }: LayerEditorProps) {
  const base = useBuilder((state) => state.base)
  const places = placesOfLayer(layer)
  const hasMasks = places.some(({ key }) => base[key]?.includes(MASK))
  return (
    <section className="wb-layer" aria-labelledby="layer-title">
      <Title headingLevel="h2" id="layer-title" data-layer={layer.layer} className="wb-layer-title">
        <span className="wb-layer-kind">{layerName(layer.layer)}</span> {layer.name} {layer.version}
      </Title>
      {hasMasks && (
        <p className="wb-subtle">
          •••••••• stands for a value that is stored and not shown: leave it to keep that, or type another value over
          it.
        </p>
      )}
      {places.map((place) => (
        <TextEditor key={place.key} place={place} problems={problems.filter((each) => each.place.key === place.key)} />
      ))}
      <ManifestTools layer={layer} />
    </section>
  )
}
