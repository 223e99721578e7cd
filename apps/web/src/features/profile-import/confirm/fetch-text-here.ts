import { api, type Connection, type Result } from '@waybill/api-client'
import { textOfChange, valuesHere } from './change-groups.ts'

interface TextPlace {
  profileUid: string
  layerName: string
  field: string
}

/** One text of the version here, masked as everywhere in the console. */
export async function fetchTextHere(
  connection: Connection,
  { profileUid, layerName, field }: TextPlace,
  signal: AbortSignal,
): Promise<Result<string>> {
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
