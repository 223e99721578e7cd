import { Stack } from '../../../shared/ui/stack/stack.tsx'
import { layersOf, useProfileData } from '../profile-data.ts'
import { LayerPanel } from './layer-panel.tsx'

/** The stack of the profile as it stands. */
export function LayersTab() {
  const { profile } = useProfileData()
  return <Stack layers={layersOf(profile)}>{(layer) => <LayerPanel key={layer.name} layer={layer} />}</Stack>
}
