import { Stack } from '../../../shared/ui/stack/stack.tsx'
import { layersOf, useProfileData } from '../profile-data.ts'
import { LayerPanel } from './layer-panel.tsx'
import { usePackUpdates } from './use-pack-updates.ts'

/** The stack of the profile as it stands. */
export function LayersTab() {
  const { profile } = useProfileData()
  const updates = usePackUpdates(profile.metadata.uid)
  const marks = new Map([...updates.keys()].map((name) => [name, 'Update available']))
  return (
    <Stack layers={layersOf(profile)} marks={marks}>
      {(layer) => <LayerPanel key={layer.name} layer={layer} />}
    </Stack>
  )
}
