import type { ConsolePackBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useBuilderStore } from '../state/builder-store.ts'
import type { DraftLayer } from '../state/stack-texts.ts'
import { packHere } from './packs-here.ts'

interface LayerPack {
  /** Undefined while loading, and for a layer without a pack. */
  pack: ConsolePackBody | undefined
  /** The previous pack while another version is loading, so that its view and the focus in it are kept meanwhile. */
  last: ConsolePackBody | undefined
}

/** The pack version of a layer. */
export function useLayerPack({ type, packUid: named }: Pick<DraftLayer, 'type' | 'packUid'>): LayerPack {
  // The pack named by a layer of manifests is in no registry.
  const packUid = type === 'manifest' ? '' : named
  const builder = useBuilderStore()
  const scope = useScope()
  const [pack, setPack] = useState<ConsolePackBody | undefined>()
  useEffect(() => awaitAnswer(() => packHere(builder, scope, packUid), setPack), [builder, scope, packUid])
  return { pack: pack?.uid === packUid ? pack : undefined, last: pack }
}
