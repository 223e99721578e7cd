import type { ProfileSummaryBody } from '@waybill/api-contract'
import { useCallback, useMemo, useRef, useState } from 'react'

/** A row of the list, which represents a name by its newest version. */
export interface ListedProfile {
  uid: string
  name: string
  /** `web 1.2.0` */
  title: string
  /** The number of other versions with this name. */
  others: number
  /** The kind of scope that owns it. */
  owner: string
  /** The ETag of the state that the list shows. */
  etag: string
}

/** Props of the bulk dialogs. */
export interface BulkActionProps {
  profiles: readonly ListedProfile[]
  /** Selected too, but owned by another scope: they are not changed. */
  leftOut: readonly ListedProfile[]
  onClose: () => void
}

export interface Selection {
  /** In the order of the list. */
  chosen: readonly ListedProfile[]
  isChosen: (uid: string) => boolean
  isAll: boolean
  /** A range is every row since the previous call. Keeps its identity while the rows stay the same. */
  choose: (uid: string, isChosen: boolean, isRange: boolean) => void
  chooseAll: (areChosen: boolean) => void
}

/** The selected rows of the page; rows that disappear through paging, filters or deletion are no longer selected. */
export function useSelection(items: readonly ProfileSummaryBody[], leaving: ReadonlySet<string>): Selection {
  const [uids, setUids] = useState<ReadonlySet<string>>(new Set())
  const listed = useMemo(() => items.map(toListed).filter(({ uid }) => !leaving.has(uid)), [items, leaving])
  const chosen = listed.filter(({ uid }) => uids.has(uid))
  const before = useRef('')
  const choose = useCallback(
    (uid: string, isChosen: boolean, isRange: boolean) => {
      const rows = listed.map((profile) => profile.uid)
      const meant = new Set(isRange ? between(rows, before.current, uid) : [uid])
      before.current = uid
      setUids((now) => new Set(rows.filter((each) => (meant.has(each) ? isChosen : now.has(each)))))
    },
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

/** Both ends included; the second end alone if the first is not listed. */
function between(rows: readonly string[], one: string, other: string): readonly string[] {
  const there = rows.indexOf(other)
  const here = rows.includes(one) ? rows.indexOf(one) : there
  return rows.slice(Math.min(here, there), Math.max(here, there) + 1)
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
