import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import type { LayerKind } from '@waybill/profile-format'
import { useState } from 'react'
import { SidePanel } from '../../../shared/ui/dialogs/side-panel.tsx'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import type { ProfileShape } from '../state/profile-shape.ts'
import { ChosenPack } from './chosen-pack.tsx'
import { FromProfile } from './from-profile/from-profile.tsx'
import { ManifestForm } from './manifest-form.tsx'
import { PackSearch } from './pack-search.tsx'
import { useAddLayer } from './use-add-layer.ts'
import './add-layer.css'

export interface Adding {
  /** The one missing kind to add; null for any kind that can be added. */
  kind: LayerKind | null
  /** The add-on above which it is placed. */
  above?: string
}

interface AddLayerPanelProps {
  shape: ProfileShape
  adding: Adding
  onAdded: () => void
  onClose: () => void
}

/** The panel on the right that adds packs, charts, manifests and layers of other profiles to the stack. */
export function AddLayerPanel({ shape, adding: { kind, above }, onAdded, onClose }: AddLayerPanelProps) {
  const [picked, setSource] = useState<'packs' | 'manifest' | 'profile' | null>(null)
  const source = picked ?? 'packs'
  const [chosen, setChosen] = useState<{ name: string; uid: string } | null>(null)
  const add = useAddLayer(above, onAdded)
  const takesManifests = shape.type !== 'infra' && (kind === null || kind === 'addon')
  return (
    <SidePanel title={kind === null ? 'Add layer' : `Add layer: ${layerName(kind)}`} onClose={onClose}>
      <ToggleGroup aria-label="Where the layer comes from" className="wb-layer-source">
        <ToggleGroupItem text="Packs and charts" isSelected={source === 'packs'} onChange={() => setSource('packs')} />
        {takesManifests && (
          <ToggleGroupItem text="Manifest" isSelected={source === 'manifest'} onChange={() => setSource('manifest')} />
        )}
        <ToggleGroupItem
          text="From another profile"
          isSelected={source === 'profile'}
          onChange={() => setSource('profile')}
        />
      </ToggleGroup>
      {source === 'manifest' && <ManifestForm onAdd={add} />}
      {source === 'profile' && <FromProfile shape={shape} above={above} onAdded={onAdded} />}
      {source === 'packs' && (
        <div className="wb-add-layer">
          <PackSearch
            shape={shape}
            kind={kind}
            chosen={chosen?.name ?? null}
            isFocused={picked === null}
            onChoose={({ name, registries: [newest] }) => newest && setChosen({ name, uid: newest.latestPackUid })}
          />
          {chosen === null ? (
            <p className="wb-subtle">Choose a pack to see its README and values.</p>
          ) : (
            <ChosenPack
              key={chosen.uid}
              packUid={chosen.uid}
              onVersion={(uid) => setChosen({ ...chosen, uid })}
              onAdd={add}
            />
          )}
        </div>
      )}
    </SidePanel>
  )
}
