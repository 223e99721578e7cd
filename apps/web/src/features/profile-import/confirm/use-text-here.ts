import { api, type ApiError, type Connection, type Result } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { textOfChange, valuesHere } from './change-groups.ts'

export interface TextPlace {
  profileUid: string
  layerName: string
  field: string
}

export type TextHere = { state: 'loading' } | { state: 'failed'; error: ApiError } | { state: 'loaded'; text: string }

async function fetchText(connection: Connection, place: TextPlace, signal: AbortSignal): Promise<Result<string>> {
  const { profileUid, layerName, field } = place
  const wanted = textOfChange(field)
  if (wanted?.kind === 'manifest') {
    const result = await api.layers.listManifests(connection, {
      params: { uid: profileUid, packName: layerName },
      signal,
    })
    if (!result.ok) return result
    const spec = result.value.items.find(({ metadata }) => metadata.name === wanted.name)?.spec
    return { ok: true, value: (spec?.published ?? spec?.draft)?.content ?? '' }
  }
  const result = await api.profiles.get(connection, { params: { uid: profileUid }, signal })
  return result.ok ? { ok: true, value: valuesHere(result.value, layerName) } : result
}

/** One text of the version that is here, as the console may see it (masked). */
export function useTextHere(connection: Connection, { profileUid, layerName, field }: TextPlace): TextHere {
  const [here, setHere] = useState<TextHere>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    void fetchText(connection, { profileUid, layerName, field }, abort.signal).then((result) => {
      if (abort.signal.aborted) return
      setHere(result.ok ? { state: 'loaded', text: result.value } : { state: 'failed', error: result.error })
    })
    return () => abort.abort()
  }, [connection, profileUid, layerName, field])
  return here
}
