import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'
import { openWords } from '../../../shared/ui/values-merge/merge-words.ts'
import { offered, type UpdatableLayer } from '../pack-updates-data.ts'
import type { MovingLayer } from '../decisions/use-decisions.ts'
import type { UpdateSelection } from './use-update-selection.ts'

interface UpdateListProps {
  layers: readonly UpdatableLayer[]
  moving: readonly MovingLayer[]
  selected: string | undefined
  selection: UpdateSelection
}

/** The layers that have other versions: which are updated, to which version, and how many conflicts there are. */
export function UpdateList({ layers, moving, selected, selection }: UpdateListProps) {
  const [pressed, setPressed] = useState({ name: '', isTaken: false })
  return (
    <nav aria-label="Layers to update">
      <ul className="wb-update-list">
        {layers.map((layer) => {
          const own = moving.find(({ packName }) => packName === layer.packName)
          return (
            <li key={layer.packName} className="wb-update-layer">
              <Checkbox
                id={`take-${layer.packName}`}
                aria-label={`Update ${layer.packName}`}
                // Checked immediately, while the merge is still loading.
                isChecked={pressed.name === layer.packName ? pressed.isTaken : own !== undefined}
                // The last one cannot be unchecked: without it the page would be empty.
                isDisabled={own !== undefined && moving.length === 1}
                onChange={(_event, isTaken) => {
                  setPressed({ name: layer.packName, isTaken })
                  selection.toggle(layer)
                }}
              />
              {own ? (
                <Button
                  variant="link"
                  isInline
                  aria-current={layer.packName === selected ? 'true' : undefined}
                  onClick={() => selection.select(layer.packName)}
                >
                  {layer.packName}
                </Button>
              ) : (
                <span>{layer.packName}</span>
              )}
              <span className="wb-update-layer-text">{layerText(layer, own)}</span>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function layerText(layer: UpdatableLayer, own: MovingLayer | undefined): string {
  if (!own) return offered(layer) ? `${layer.version}, stays` : `${layer.version}, nothing newer fits`
  return `${layer.version} → ${own.merge.to.version}, ${openWords(own) || 'ready'}`
}
