import { lazy, Suspense } from 'react'
import { Stack } from '../../../shared/ui/stack/stack.tsx'
import { hasWaitingDraft, layersOf, useProfileData } from '../profile-data.ts'
import { LayerPanel } from './layer-panel.tsx'
import { usePackUpdates } from '../../../shared/profiles/use-pack-updates.ts'

/** Loaded on demand: few profiles have a draft beside their published version. */
const StageSwitch = lazy(() => import('./stage-switch.tsx').then(({ StageSwitch: shown }) => ({ default: shown })))

/** The profile's stack. */
export function LayersTab() {
  const { profile, stage } = useProfileData()
  const updates = usePackUpdates(profile.metadata.uid)
  const marks = new Map([...updates.keys()].map((name) => [name, 'Update available']))
  return (
    <>
      {hasWaitingDraft(profile) && (
        <Suspense fallback={null}>
          <StageSwitch stage={stage} />
        </Suspense>
      )}
      <Stack layers={layersOf(profile, stage)} marks={marks}>
        {(layer) => <LayerPanel key={`${stage} ${layer.name}`} layer={layer} />}
      </Stack>
    </>
  )
}
