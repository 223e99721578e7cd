import type { MergeDecision } from '@waybill/values-merge'
import { useMemo, useState } from 'react'
import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { decideMerge, type DecidedMerge, type Decisions } from '../../../shared/ui/values-merge/decided-merge.ts'
import type { MergeConflictBody } from '../../../shared/ui/values-merge/merge-words.ts'
import type { UpdatableLayer } from '../pack-updates-data.ts'

/** A layer that changes its version, with the decisions made so far and the resulting text. */
export type MovingLayer = UpdatableLayer & DecidedMerge & { merge: PackUpdatePreviewBody }

/** Keyed by conflict. */
type Chosen = ReadonlyMap<string, MergeDecision>

const NONE: Chosen = new Map()
const keyOf = (packName: string, { to }: PackUpdatePreviewBody) => `${to.packUid} ${packName}`

/** Includes both sides: if either of them changes, it is a different conflict and must be decided again. */
export const conflictKey = ({ document, path, mine, theirs }: MergeConflictBody) =>
  JSON.stringify([document, path, mine, theirs])

/** The decisions for each conflict of each layer. A layer that returns to a version gets its decisions back. */
export function useDecisions(layers: readonly UpdatableLayer[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const moving = useMemo(() => layers.flatMap((layer) => movingLayer(layer, chosen) ?? []), [layers, chosen])
  const decide = ({ packName, merge }: MovingLayer, index: number, decision: MergeDecision) => {
    const conflict = merge.conflicts[index]
    if (conflict === undefined) return
    const key = keyOf(packName, merge)
    setChosen((all) => new Map(all).set(key, new Map(all.get(key)).set(conflictKey(conflict), decision)))
  }
  return { moving, decide, hasDecided: moving.some(({ decisions }) => decisions.size > 0) }
}

function movingLayer(layer: UpdatableLayer, chosen: ReadonlyMap<string, Chosen>): MovingLayer | undefined {
  const { merge } = layer
  if (!merge) return undefined
  const ofLayer = chosen.get(keyOf(layer.packName, merge)) ?? NONE
  const decisions: Decisions = new Map(
    merge.conflicts.flatMap((conflict, index) => {
      const decision = ofLayer.get(conflictKey(conflict))
      return decision === undefined ? [] : [[index, decision] as const]
    }),
  )
  return { ...layer, merge, decisions, ...decideMerge(merge, decisions) }
}
