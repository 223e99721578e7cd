import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { LAYERS } from '@waybill/profile-format'
import { Tip } from '../../../shared/ui/buttons/tip.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { layerName } from '../../../shared/ui/words/profile-words.ts'

/** The layers that every cluster has; only few profiles also have a kernel. */
const USUAL_LAYERS = LAYERS.filter((layer) => layer !== 'kernel')

interface LayerMarksProps {
  /** The profile's name. */
  name: string
  packs: readonly { name: string; layer: string; version: string }[]
}

/**
 * The stack at a glance: five marks from operating system to add-ons, hollow if a layer is missing, and the number of
 * layers.
 */
export function LayerMarks({ name, packs }: LayerMarksProps) {
  const said = USUAL_LAYERS.map((layer) => ({ layer, text: describe(layer, packs) }))
  return (
    <>
      <ul className="pf-v6-screen-reader" aria-label="Layers">
        {said.map(({ layer, text }) => (
          <li key={layer}>{text}</li>
        ))}
      </ul>
      <Tip
        isContentLeftAligned
        content={said.map(({ layer, text }) => (
          <div key={layer}>{text}</div>
        ))}
      >
        <Button variant="plain" size="sm" hasNoPadding aria-label={`${counted(packs.length, 'layer')} of ${name}`}>
          <span className="wb-layers-counted">
            <span className="wb-layer-marks">
              {said.map(({ layer }) => (
                <span
                  key={layer}
                  className="wb-layer-mark"
                  data-layer={layer}
                  data-is-missing={!packs.some((pack) => pack.layer === layer)}
                />
              ))}
            </span>
            {packs.length}
          </span>
        </Button>
      </Tip>
    </>
  )
}

function describe(layer: string, packs: LayerMarksProps['packs']): string {
  const names = packs.filter((pack) => pack.layer === layer).map(({ name, version }) => `${name} ${version}`.trim())
  return names.length === 0 ? `${layerName(layer)}: none` : names.join(', ')
}
