import type { PackUpdatesBody } from '@waybill/api-contract'
import type { Result } from '@waybill/api-client'
import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../navigation/paths.ts'
import { useScope } from '../session/scope-context.ts'

/**
 * The newest version that fits, by layer name, for every layer that has a newer one; empty for a new profile. If
 * loading fails, only this is missing.
 */
export function usePackUpdates(uid: string | null): ReadonlyMap<string, string> {
  const { load, data } = useFetcher<Result<PackUpdatesBody>>({ key: `pack-updates ${uid}` })
  const scope = useScope()
  const address = uid === null ? null : paths.packUpdates(scope, uid)
  useEffect(() => {
    if (address !== null) void load(address)
  }, [load, address])
  const items = data?.ok === true ? data.value.items : []
  return new Map(
    items.flatMap(({ packName, versions }) => {
      const newest = versions.find(({ isNewer, isCompatible }) => isNewer && isCompatible)
      return newest ? [[packName, newest.version] as const] : []
    }),
  )
}
