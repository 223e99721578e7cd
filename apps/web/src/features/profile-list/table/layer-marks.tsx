import { LAYERS } from '@waybill/profile-format'
import { layerName } from '../../../shared/ui/words/profile-words.ts'

/** What every stack of a cluster is made of; a kernel stands beside the operating system in few. */
const USUAL_LAYERS = LAYERS.filter((layer) => layer !== 'kernel')

interface LayerMarksProps {
  packs: readonly { name: string; layer: string; version: string }[]
}

/** The stack at a glance: five marks from the operating system to the add-ons, hollow where there is none. */
export function LayerMarks({ packs }: LayerMarksProps) {
  return (
    <ul className="wb-layer-marks" aria-label="Layers">
      {USUAL_LAYERS.map((layer) => {
        const said = describe(layer, packs)
        return (
          <li
            key={layer}
            title={said}
            className="wb-layer-mark"
            data-layer={layer}
            data-is-missing={!packs.some((pack) => pack.layer === layer)}
          >
            <span className="pf-v6-screen-reader">{said}</span>
          </li>
        )
      })}
    </ul>
  )
}

function describe(layer: string, packs: LayerMarksProps['packs']): string {
  const names = packs.filter((pack) => pack.layer === layer).map(({ name, version }) => `${name} ${version}`.trim())
  return names.length === 0 ? `${layerName(layer)}: none` : names.join(', ')
}
