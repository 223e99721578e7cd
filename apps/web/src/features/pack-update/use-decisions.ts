import type { MergeDecision } from '@waybill/values-merge'
import { useMemo, useState } from 'react'
import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { decideMerge, type DecidedMerge, type Decisions } from '../../shared/ui/values-merge/decided-merge.ts'
import type { UpdatableLayer } from './pack-updates-data.ts'

/** A layer that moves, with what was chosen for it so far and the text that comes of it. */
export type MovingLayer = UpdatableLayer & DecidedMerge & { merge: PackUpdatePreviewBody }

const NONE: Decisions = new Map()
const keyOf = (packName: string, { to }: PackUpdatePreviewBody) => `${to.packUid} ${packName}`

/** What was chosen for each conflict of each layer; a layer that comes back to a version finds its choices again. */
export function useDecisions(layers: readonly UpdatableLayer[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Decisions>>(new Map())
  const moving = useMemo(() => layers.flatMap((layer) => movingLayer(layer, chosen) ?? []), [layers, chosen])
  const decide = ({ packName, merge }: MovingLayer, index: number, decision: MergeDecision) =>
    setChosen((all) => {
      const key = keyOf(packName, merge)
      return new Map(all).set(key, new Map(all.get(key)).set(index, decision))
    })
  return { moving, decide, hasDecided: moving.some(({ decisions }) => decisions.size > 0) }
}

function movingLayer(layer: UpdatableLayer, chosen: ReadonlyMap<string, Decisions>): MovingLayer | undefined {
  const { merge } = layer
  if (!merge) return undefined
  const decisions = chosen.get(keyOf(layer.packName, merge)) ?? NONE
  return { ...layer, merge, decisions, ...decideMerge(merge, decisions) }
}
