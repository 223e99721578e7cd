import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core/dist/dynamic/components/Tabs'
import type { ConsolePackBody } from '@waybill/api-contract'
import { MASK } from '@waybill/layer-text'
import { useId } from 'react'
import { Constraints } from '../../../shared/ui/constraints/constraints.tsx'
import { Readme } from '../../../shared/ui/readme/readme.tsx'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import { useBuilder } from '../state/builder-store.ts'
import type { DraftLayer } from '../state/stack-texts.ts'
import { placesOfLayer } from '../state/text-places.ts'
import { ManifestTools } from './manifest-tools.tsx'
import { PackMenu } from './pack-menu.tsx'
import { type LayerView, useLayerView, viewsOf } from './use-layer-view.ts'
import { useLayerPack } from '../here/use-layer-pack.ts'
import { PresetSwitches } from '../presets/preset-switches.tsx'
import type { PlacedProblem } from '../texts/problems/placed-problem.ts'
import { TextEditor } from '../texts/text-editor.tsx'

interface LayerEditorProps {
  layer: DraftLayer
  problems: readonly PlacedProblem[]
}

const TITLES: Record<LayerView, string> = {
  values: 'Values',
  presets: 'Presets',
  readme: 'README',
  constraints: 'Constraints',
}

/** The editors for values and manifests of a layer, with the views of its pack. */
export function LayerEditor({ layer, problems }: LayerEditorProps) {
  const id = useId()
  const { pack, last } = useLayerPack(layer)
  const views = viewsOf(layer, last)
  const { view, setView } = useLayerView(views)
  const hasTabs = views.length > 1
  const canMove = last !== undefined && layer.hasValues
  return (
    <section className="wb-layer wb-flow" aria-labelledby="layer-title">
      <div className="wb-layer-head">
        <Title headingLevel="h2" id="layer-title" data-layer={layer.layer} className="wb-layer-title">
          <span className="wb-layer-kind">{layerName(layer.layer)}</span> {layer.name}
          {!canMove && ` ${layer.version}`}
        </Title>
        {canMove && <PackMenu layer={layer} versions={last.versions} />}
      </div>
      {hasTabs && (
        <Tabs id={id} aria-label={`Views of ${layer.name}`} activeKey={view} onSelect={(_event, key) => setView(key)}>
          {views.map((each) => (
            <Tab
              key={each}
              eventKey={each}
              tabContentId={`${id}-panel`}
              title={<TabTitleText>{TITLES[each]}</TabTitleText>}
            />
          ))}
        </Tabs>
      )}
      {/* One element for all views, so that an editor stays mounted when the pack has loaded. */}
      <div
        id={`${id}-panel`}
        className="wb-flow"
        {...(hasTabs && { role: 'tabpanel', 'aria-labelledby': `pf-tab-${view}-${id}` })}
      >
        {pack === undefined || view === 'values' ? (
          <LayerTexts key={layer.packUid} layer={layer} problems={problems} defaults={defaultsOf(pack)} />
        ) : (
          <PackView view={view} layer={layer} pack={pack} />
        )}
      </div>
    </section>
  )
}

interface PackViewProps {
  view: Exclude<LayerView, 'values'>
  layer: DraftLayer
  pack: ConsolePackBody
}

function PackView({ view, layer, pack }: PackViewProps) {
  switch (view) {
    case 'presets':
      return <PresetSwitches layer={layer.name} pack={pack} />
    case 'readme':
      return <Readme text={pack.readme} />
    case 'constraints':
      return <Constraints pack={pack} />
  }
}

/** Null while the pack's values are still in its registry. */
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
