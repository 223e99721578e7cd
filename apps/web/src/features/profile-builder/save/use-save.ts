import { type ApiError, publishProfile, updateProfile } from '@waybill/api-client'
import { useCallback, useRef, useState } from 'react'
import { type Blocker, useLocation, useNavigate } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { forgetKept } from '../kept/kept-texts.ts'
import { changedKeys } from '../state/builder-reducer.ts'
import { useBuilder, useBuilderApi } from '../state/builder-store.ts'
import { type OpenedProfile, textsOf } from '../state/builder-texts.ts'
import { openProfile } from './open-profile.ts'
import { updateBody } from './update-body.ts'

export interface Saving {
  opened: OpenedProfile
  isBusy: boolean
  error: ApiError | null
  /** Whether what somebody else saved meanwhile was merged into what stands here. */
  isMerged: boolean
  blocker: Blocker
  /** Saves everything at once, and publishes it after that where it is asked for. */
  save: (isPublished: boolean) => Promise<void>
  /** Reads what somebody else saved, and puts what was changed here on top of it. Whether it could be read. */
  merge: () => Promise<boolean>
}

/** Saving, and what comes in its way. */
export function useSave(initial: OpenedProfile): Saving {
  const scope = useScope()
  const store = useBuilderApi()
  const navigate = useNavigate()
  const { search, pathname } = useLocation()
  const [opened, setOpened] = useState(initial)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [isMerged, setIsMerged] = useState(false)
  const isSaved = useRef(false)
  const hasChanges = useBuilder((state) => changedKeys(state).length > 0)
  const loses = useCallback(
    ({ nextLocation }: { nextLocation: { pathname: string } }) =>
      !isSaved.current && nextLocation.pathname !== pathname,
    [pathname],
  )
  const blocker = useUnsavedGuard(hasChanges, loses)
  const { uid } = opened.profile.metadata
  const connection = connectionOf(scope)

  const save = async (isPublished: boolean) => {
    setIsBusy(true)
    const body = updateBody(opened.profile.spec.version, store.getState())
    const result = await updateProfile(connection, { uid, etag: opened.etag, body })
    if (!result.ok) {
      setIsBusy(false)
      return setError(result.error)
    }
    forgetKept(uid)
    isSaved.current = true
    store.getState().dispatch({ type: 'discard' })
    const published = isPublished ? await publishProfile(connection, uid) : null
    setIsBusy(false)
    showToast(
      published?.ok === false
        ? { kind: 'danger', title: `Saved as a draft, but not published. ${failureLine(published.error)}` }
        : { kind: 'success', title: isPublished ? 'Saved and published.' : 'Saved as a draft.' },
    )
    await navigate({ pathname: paths.profile(scope, uid), search })
  }

  const merge = async () => {
    setIsBusy(true)
    const result = await openProfile(connection, uid)
    setIsBusy(false)
    setError(result.ok ? null : result.error)
    if (!result.ok) return false
    setOpened(result.value)
    setIsMerged(true)
    store.getState().dispatch({ type: 'rebase', base: textsOf(result.value) })
    return true
  }
  return { opened, isBusy, error, isMerged, blocker, save, merge }
}
