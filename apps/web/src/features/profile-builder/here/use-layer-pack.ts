import type { ConsolePackBody } from '@waybill/api-contract'
import { useEffect, useState } from 'react'
import { useScope } from '../../../shared/session/scope-context.ts'
import { useBuilderApi } from '../state/builder-store.ts'
import { packHere } from './packs-here.ts'

/** The pack version of a layer; undefined until it is known, and for a layer without one. */
export function useLayerPack(packUid: string): ConsolePackBody | undefined {
  const builder = useBuilderApi()
  const scope = useScope()
  const [pack, setPack] = useState<ConsolePackBody | undefined>()
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const found = await packHere(builder, scope, packUid)
      if (isWanted) setPack(found)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [builder, scope, packUid])
  return pack?.uid === packUid ? pack : undefined
}
