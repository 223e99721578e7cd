import type { ProfileUpdatesBody } from '@waybill/api-contract'
import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import type { loader } from './profile-updates-route.tsx'

export type ProfileUpdate = ProfileUpdatesBody['items'][number]

/** The pack updates of the profiles on a page, by uid. If loading fails, only the badges are missing. */
export function useProfileUpdates(uids: readonly string[]): ReadonlyMap<string, ProfileUpdate> {
  const scope = useScope()
  const { load, data } = useFetcher<typeof loader>({ key: 'profile-updates' })
  const address = paths.profileUpdates(scope, uids)
  useEffect(() => void load(address), [load, address])
  return new Map(data?.ok === true ? data.value.items.map((item) => [item.uid, item]) : [])
}
