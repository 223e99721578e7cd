import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { LayerPanel } from './layer-panel.tsx'
import { layersOf, selectedLayer, useProfileData } from '../profile-data.ts'
import { StackPicture } from '../../../shared/ui/stack/stack-picture.tsx'

/** Left the stack, right the layer of it that is selected; the address remembers which. */
export function LayersTab() {
  const { profile } = useProfileData()
  const [params, setParams] = useSearchParams()
  const selected = selectedLayer(profile, params.get('layer'))
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
      <StackPicture layers={layersOf(profile)} selected={selected.name} onSelect={select} />
      <LayerPanel key={selected.name} layer={selected} />
    </div>
  )
}
