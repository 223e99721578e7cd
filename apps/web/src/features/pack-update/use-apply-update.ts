import { changeLayer } from '@waybill/api-client'
import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'

interface Update {
  uid: string
  packName: string
  merge: Pick<PackUpdatePreviewBody, 'etag' | 'to'>
}

/** Saves version and values of the layer in the draft, and leads back to it; a refusal stays on the page. */
export function useApplyUpdate({ uid, packName, merge: { etag, to } }: Update) {
  const scope = useScope()
  const navigate = useNavigate()
  const [isApplying, setIsApplying] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const apply = async (values: string) => {
    setIsApplying(true)
    const pack = { name: packName, uid: to.packUid, tag: to.version, values }
    const result = await changeLayer(connectionOf(scope), { uid, packName, pack, etag })
    setIsApplying(false)
    if (!result.ok) return setRefusal(failureLine(result.error))
    showToast({ kind: 'success', title: `The draft has ${packName} ${to.version} now.` })
    await navigate(`${paths.profile(scope, uid)}?${new URLSearchParams({ layer: packName }).toString()}`)
  }
  return { apply, isApplying, refusal }
}
