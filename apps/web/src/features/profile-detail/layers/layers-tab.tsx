import { Stack } from '../../../shared/ui/stack/stack.tsx'
import { hasWaitingDraft, layersOf, useProfileData } from '../profile-data.ts'
import { LayerPanel } from './layer-panel.tsx'
import { StageSwitch } from './stage-switch.tsx'
import { usePackUpdates } from './use-pack-updates.ts'

/** The stack of the profile as it stands. */
export function LayersTab() {
  const { profile, stage } = useProfileData()
  const updates = usePackUpdates(profile.metadata.uid)
  const marks = new Map([...updates.keys()].map((name) => [name, 'Update available']))
  return (
    <>
      {hasWaitingDraft(profile) && <StageSwitch stage={stage} />}
      <Stack layers={layersOf(profile, stage)} marks={marks}>
        {(layer) => <LayerPanel key={`${stage} ${layer.name}`} layer={layer} />}
      </Stack>
    </>
  )
}
