import type { ProfileSummaryBody } from '@waybill/api-contract'
import { useCallback, useMemo, useState } from 'react'

/** A profile of the list, by its newest version. */
export interface ListedProfile {
  uid: string
  name: string
  /** `web 1.2.0` */
  title: string
  /** How many other versions of its name there are. */
  others: number
  /** The kind of scope that it belongs to. */
  owner: string
  /** Of what the list shows of it. */
  etag: string
}

/** Of the dialog of what is done with several. */
export interface BulkActionProps {
  profiles: readonly ListedProfile[]
  /** Chosen too, and of another scope: they stay as they are. */
  leftOut: readonly ListedProfile[]
  onClose: () => void
}

export interface Selection {
  /** In the order of the list. */
  chosen: readonly ListedProfile[]
  isChosen: (uid: string) => boolean
  isAll: boolean
  /** The same function for as long as the rows are the same. */
  choose: (uid: string, isChosen: boolean) => void
  chooseAll: (areChosen: boolean) => void
}

/** Rows of the page that are chosen; what another page, filter or deletion takes away is so no longer. */
export function useSelection(items: readonly ProfileSummaryBody[], leaving: ReadonlySet<string>): Selection {
  const [uids, setUids] = useState<ReadonlySet<string>>(new Set())
  const listed = useMemo(() => items.map(toListed).filter(({ uid }) => !leaving.has(uid)), [items, leaving])
  const chosen = listed.filter(({ uid }) => uids.has(uid))
  const choose = useCallback(
    (uid: string, isChosen: boolean) =>
      setUids((now) => {
        const others = listed.map((profile) => profile.uid).filter((each) => each !== uid && now.has(each))
        return new Set(isChosen ? [...others, uid] : others)
      }),
    [listed],
  )
  return {
    chosen,
    isChosen: (uid) => uids.has(uid) && !leaving.has(uid),
    isAll: listed.length > 0 && chosen.length === listed.length,
    choose,
    chooseAll: (areChosen) => setUids(new Set(areChosen ? listed.map(({ uid }) => uid) : [])),
  }
}

const toListed = ({
  metadata: { uid, name, annotations },
  specSummary,
  status,
}: ProfileSummaryBody): ListedProfile => ({
  uid,
  owner: annotations['scope'] ?? '',
  name,
  title: `${name} ${specSummary.version}`,
  others: specSummary.versions.length - 1,
  etag: status.etag,
})
