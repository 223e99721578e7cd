import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import type { loader } from './pack-updates-route.tsx'

/** The newest version that fits of every layer that has a newer one, by the layer's name. A failure hides only this. */
export function usePackUpdates(uid: string): ReadonlyMap<string, string> {
  const { load, data } = useFetcher<typeof loader>({ key: `pack-updates ${uid}` })
  const address = paths.packUpdates(useScope(), uid)
  useEffect(() => void load(address), [load, address])
  const items = data?.ok === true ? data.value.items : []
  return new Map(
    items.flatMap(({ packName, versions }) => {
      const newest = versions.find(({ isNewer, isCompatible }) => isNewer && isCompatible)
      return newest ? [[packName, newest.version] as const] : []
    }),
  )
}
