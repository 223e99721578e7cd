import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core/dist/dynamic/components/Tabs'
import type { ConsolePackBody } from '@waybill/api-contract'
import { MASK } from '@waybill/layer-text'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import { useBuilder } from '../state/builder-store.ts'
import type { DraftLayer } from '../state/stack-texts.ts'
import { placesOfLayer } from '../state/text-places.ts'
import { ManifestTools } from './manifest-tools.tsx'
import { useLayerPack } from '../here/use-layer-pack.ts'
import { PresetSwitches } from '../presets/preset-switches.tsx'
import type { PlacedProblem } from '../texts/placed-problem.ts'
import { TextEditor } from '../texts/text-editor.tsx'

interface LayerEditorProps {
  layer: DraftLayer
  problems: readonly PlacedProblem[]
}

/** Values and manifests of a layer, each to be changed, and what its pack offers to switch on in them. */
export function LayerEditor({ layer, problems }: LayerEditorProps) {
  const id = useId()
  const pack = useLayerPack(layer.packUid)
  const { view, setView } = useLayerView()
  const hasPresets = layer.hasValues && pack !== undefined && pack.presets.length > 0
  return (
    <section className="wb-layer" aria-labelledby="layer-title">
      <Title headingLevel="h2" id="layer-title" data-layer={layer.layer} className="wb-layer-title">
        <span className="wb-layer-kind">{layerName(layer.layer)}</span> {layer.name} {layer.version}
      </Title>
      {hasPresets && (
        <Tabs id={id} aria-label={`Views of ${layer.name}`} activeKey={view} onSelect={(_event, key) => setView(key)}>
          <Tab eventKey="values" tabContentId={`${id}-panel`} title={<TabTitleText>Values</TabTitleText>} />
          <Tab eventKey="presets" tabContentId={`${id}-panel`} title={<TabTitleText>Presets</TabTitleText>} />
        </Tabs>
      )}
      {/* One place for both, so that an editor stays when the pack is known. */}
      <div
        id={`${id}-panel`}
        className="wb-layer-panel"
        {...(hasPresets && { role: 'tabpanel', 'aria-labelledby': `pf-tab-${view}-${id}` })}
      >
        {hasPresets && view === 'presets' ? (
          <PresetSwitches layer={layer.name} pack={pack} />
        ) : (
          <LayerTexts layer={layer} problems={problems} defaults={defaultsOf(pack)} />
        )}
      </div>
    </section>
  )
}

/** Which view is shown stands in the address, and so outlives that editors start anew. */
function useLayerView() {
  const [params, setParams] = useSearchParams()
  const view = params.get('view') === 'presets' ? 'presets' : 'values'
  const setView = (wanted: string | number) =>
    setParams(
      (now) => {
        if (wanted === 'presets') now.set('view', 'presets')
        else now.delete('view')
        return now
      },
      { replace: true, state: stayOnPage },
    )
  return { view, setView }
}

/** A pack whose values are still in its registry says nothing of them. */
const defaultsOf = (pack: ConsolePackBody | undefined) => (pack?.content === 'read' ? pack.values : null)

function LayerTexts({ layer, problems, defaults }: LayerEditorProps & { defaults: string | null }) {
  const base = useBuilder((state) => state.base)
  const places = placesOfLayer(layer)
  const hasMasks = places.some(({ key }) => base[key]?.includes(MASK))
  return (
    <>
      {hasMasks && (
        <p className="wb-subtle">
          •••••••• stands for a value that is stored and not shown: leave it to keep that, or type another value over
          it.
        </p>
      )}
      {places.map((place) => (
        <TextEditor
          key={place.key}
          place={place}
          problems={problems.filter((each) => each.place.key === place.key)}
          defaultText={place.manifest === undefined ? defaults : null}
        />
      ))}
      <ManifestTools layer={layer} />
    </>
  )
}
