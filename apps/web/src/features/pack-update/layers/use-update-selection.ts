import { useSearchParams } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { offered, type LayerVersions } from '../pack-updates-data.ts'
import { withTaken, writeUpdates, type Taken } from '../update-address.ts'
import type { MovingLayer } from '../decisions/use-decisions.ts'

export interface UpdateSelection {
  select: (layer: string) => void
  /** Includes a layer at a version, and shows it. */
  move: (layer: LayerVersions, version: string) => void
  /** Includes a layer at the version that is offered, or excludes it. */
  toggle: (layer: LayerVersions) => void
}

/** The address holds which layers are updated and which of them is shown. */
export function useUpdateSelection(moving: readonly MovingLayer[]): UpdateSelection {
  const [, setParams] = useSearchParams()
  const taken = moving.map(({ packName, merge }): Taken => ({ layer: packName, version: merge.to.version }))
  const go = (now: readonly Taken[], layer: string) =>
    setParams(writeUpdates({ taken: now, layer }), { replace: true, state: stayOnPage })
  const move = ({ packName }: LayerVersions, version: string) =>
    go(withTaken(taken, { layer: packName, version }), packName)
  return {
    select: (layer) => go(taken, layer),
    move,
    toggle: (layer) => {
      if (!taken.some((each) => each.layer === layer.packName))
        return move(layer, (offered(layer) ?? layer.versions[0])?.version ?? '')
      const rest = taken.filter((each) => each.layer !== layer.packName)
      return go(rest, rest[0]?.layer ?? '')
    },
  }
}
